/** The places at which a process may die: before and after everything that it stores or posts. */
import type { Adapter } from "../../src/platform.ts";
import type { Store } from "../../src/ports.ts";

const STEPS = ["claim", "compose", "post", "setPart", "setDelivery", "archive", "putCheck"] as const;

/** `before claim`, `after claim`, … */
export const CRASH_PLACES: readonly string[] = STEPS.flatMap((step) => [`before ${step}`, `after ${step}`]);

/** Called at every place; does not come back from the one where the process dies. */
export type AtPlace = (place: string) => void;

/** The same store, passing its places. `after` a step its transaction is committed, and nobody knows it yet. */
export const storeWithCrashes = (store: Store, atPlace: AtPlace): Store =>
  new Proxy(store, {
    get: (target, step) => {
      const call: unknown = Reflect.get(target, step);
      if (typeof call !== "function") return call;
      return async (...given: unknown[]) => {
        atPlace(`before ${String(step)}`);
        const result: unknown = await call.apply(target, given);
        atPlace(`after ${String(step)}`);
        return result;
      };
    },
  });

/** `after` a post the platform shows it, and the bot does not know it yet. */
export const adapterWithCrashes = (adapter: Adapter, atPlace: AtPlace): Adapter => ({
  ...adapter,
  post: async (channel, part) => {
    atPlace("before post");
    const ref = await adapter.post(channel, part);
    atPlace("after post");
    return ref;
  },
});

/** Dies at the `nth` time that a place is reached. */
export function crashAt(place: string, nth: number, die: () => void): AtPlace {
  let left = nth;
  return (reached) => {
    if (reached === place && --left === 0) die();
  };
}
