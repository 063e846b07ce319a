import { beforeEach, it } from "vitest";

/** A case for adapters of which something holds; for the others it is skipped, and the report says what they lack. */
export function itWhere(holds: boolean, otherwise: string) {
  return (title: string, run: () => Promise<void>): void => {
    it(title, async ({ skip }) => {
      skip(!holds, otherwise);
      await run();
    });
  };
}

/** The same for all cases of the group that it is called in. */
export function onlyWhere(holds: boolean, otherwise: string): void {
  beforeEach(({ skip }) => skip(!holds, otherwise));
}
