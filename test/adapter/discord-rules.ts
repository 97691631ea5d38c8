/** What Discord refuses in a message, and what of its text would act that should only be read. */

interface Component {
  readonly type: number;
  readonly id?: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Component[];
}

export interface Body {
  readonly content?: string;
  readonly flags?: number;
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly components?: readonly Component[];
  readonly allowed_mentions?: { readonly parse: readonly string[] };
}

const flatten = (components: readonly Component[]): Component[] =>
  components.flatMap((component) => [component, ...flatten(component.components ?? [])]);

const textsOf = ({ components = [] }: Body): string[] => flatten(components).flatMap(({ content }) => content ?? []);

const LINK = /\[((?:\\.|[^[\]\\])*)\]\(https?:\/\/[^\s()<>[\]|`\\]+\)/gsu;

/** Without escapes, links, our own bold and the marks at the beginnings of lines nothing is left that acts. */
function findActive(content: string): string[] {
  const words = content
    .replace(/^-# `` .* ``$/gm, "")
    .replace(LINK, "$1")
    .replace(/\\[!-/:-@[-`{-~]/g, "")
    .replace(/^(?:#{2,3} |-# | *- | *\d+\. )/gm, "");
  const rest = words.replace(/\*\*([^*\n]*)\*\*/g, "$1");
  const acts =
    /@everyone|@here/.exec(words) ??
    /[`*_|~]|<[@#:/t]|https?:\/\/|\[|\]\(|:\w+:|^\s*(?:#|-#|>|[-+*] |\d+[.)] )/m.exec(rest);
  return acts ? [`acts: ${JSON.stringify(acts[0])} in ${JSON.stringify(content.slice(0, 200))}`] : [];
}

function findRefused(body: Body): string[] {
  const all = flatten(body.components ?? []);
  const texts = textsOf(body);
  const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
  const rules: readonly (readonly [boolean, string])[] = [
    [body.flags !== 1 << 15 && body.flags !== ((1 << 15) | (1 << 6)), `flags ${body.flags}`],
    [body.content !== undefined, "content beside components"],
    [body.allowed_mentions?.parse.length !== 0, "mentions are allowed"],
    [all.length === 0 || all.length > 40, `${all.length} components`],
    [texts.join("").length > 4000, `${texts.join("").length} characters`],
    [texts.some((text) => text.trim() === ""), "an empty text"],
    [texts.some((text) => !text.isWellFormed()), "half a character"],
    [texts.some((text) => /(?!\n)\p{Cc}/u.test(text)), "a control character"],
    [new Set(ids).size < ids.length, "an id twice"],
    [ids.some((id) => id.length > 100 || !id.isWellFormed()), "an id that is too long"],
    [all.some(({ label }) => label !== undefined && (label.length > 80 || label.trim() === "")), "a label"],
    [all.some(({ type, components = [] }) => type === 1 && (components.length < 1 || components.length > 5)), "a row"],
    [(body.nonce?.length ?? 0) > 25, "a nonce that is too long"],
  ];
  return rules.flatMap(([broken, what]) => (broken ? [what] : []));
}

export const complainOf = (body: Body): string[] => [...findRefused(body), ...textsOf(body).flatMap(findActive)];

/** What a person reads. */
export const readBody = (body: Body): string =>
  textsOf(body)
    .join("\n")
    .replace(LINK, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
