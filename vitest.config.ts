import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // One process, threads without isolation: no test may leave anything behind, and a thousand of them stay fast.
    pool: "threads",
    isolate: false,
    maxWorkers: "100%",
    // A machine that is busy with other things is no failure.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
