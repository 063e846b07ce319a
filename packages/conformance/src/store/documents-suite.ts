import { describe, expect, it } from "vitest";
import type { UseBench } from "./store-bench.ts";

export function documentsSuite(bench: UseBench): void {
  describe("documents of plugins", () => {
    const put = (key: string, value: unknown, uid = "c-1") =>
      bench().store.write((tx) => tx.documents.change(uid, { key, change: () => value }));
    const get = (key: string, uid = "c-1") => bench().store.read((tx) => tx.documents.get(uid, key));

    it("S12: are kept per connection and key, and null removes one", async () => {
      const value = { text: "naïve 🙂 \u0000end", list: [1, null, { deep: true }] };
      await put("ticket/1", value);
      expect(await get("ticket/1")).toEqual({ ...value, text: expect.stringMatching(/^naïve 🙂 .*end$/s) });
      expect(await get("ticket/1", "c-2")).toBeNull();
      expect(await get("ticket/2")).toBeNull();
      await put("ticket/1", null);
      expect(await get("ticket/1")).toBeNull();
      expect(await bench().store.read((tx) => tx.documents.list("c-1", "", { limit: 9 }))).toEqual([]);
    });

    it("are listed by prefix in the order of their keys, page by page", async () => {
      for (const key of ["b/2", "a/1", "b/Z", "b/a", "b", "b/1", "c/1", "b/é"]) await put(key, key);
      await put("b/9", "another connection's", "c-2");
      const list = (after?: string) =>
        bench().store.read((tx) =>
          tx.documents.list("c-1", "b/", { limit: 3, ...(after === undefined ? {} : { after }) }),
        );
      expect(await list()).toEqual(["b/1", "b/2", "b/Z"].map((key) => ({ key, value: key })));
      expect((await list("b/Z")).map(({ key }) => key)).toEqual(["b/a", "b/é"]);
    });

    it("a unit of work that fails leaves them as they were", async () => {
      await put("a", 1);
      const failing = bench().store.write(async (tx) => {
        await tx.documents.change("c-1", { key: "a", change: () => 2 });
        await tx.documents.change("c-1", {
          key: "b",
          change: () => {
            throw new Error("no");
          },
        });
      });
      await expect(failing).rejects.toThrow("no");
      expect([await get("a"), await get("b")]).toEqual([1, null]);
    });

    it("no change of one worker is lost to another, also while the document does not exist yet", async () => {
      const { store, another } = bench();
      const other = await another();
      const count = { key: "count", change: (known: unknown) => ((known as number | null) ?? 0) + 1 };
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 === 0 ? store : other).write((tx) => tx.documents.change("c-1", count)),
        ),
      );
      expect(await get("count")).toBe(40);
    });
  });
}
