import { PermissionError, UnavailableError } from "@otai/plugin-api/errors";
import { beforeEach, describe, expect, test } from "vitest";
import { unlessForbidden } from "./unless-forbidden.ts";

let warnings: object[];
beforeEach(() => {
  warnings = [];
});

const silent = () => {};
const read = <T>(answer: () => Promise<T>) =>
  unlessForbidden(
    {
      connection: "desk",
      log: { debug: silent, info: silent, warn: (entry) => void warnings.push(entry), error: silent },
    },
    "/groups",
    answer,
  );

describe("unlessForbidden", () => {
  test("gives what was read", async () => {
    expect(await read(async () => ["Billing"])).toEqual(["Billing"]);
    expect(warnings).toEqual([]);
  });

  test("goes on without what may not be read, and says so", async () => {
    expect(await read(() => Promise.reject(new PermissionError("403")))).toBeNull();
    expect(warnings).toEqual([{ connection: "desk", what: "/groups" }]);
  });

  test("lets every other failure through", async () => {
    await expect(read(() => Promise.reject(new UnavailableError("503")))).rejects.toThrow("503");
  });
});
