import { ConfigError } from "@otai/plugin-api/errors";
import { startAt } from "@otai/plugin-kit/change-window";
import { describe, expect, it } from "vitest";
import { changeList, readCursor, writeCursor } from "./change-cursor.ts";
import { ticketSchema } from "./schema.ts";

const now = Date.UTC(2026, 0, 1, 1);
const stamp = "2026-01-01T00:00:00Z";
const row = (values: object = {}) =>
  ticketSchema.parse({ id: 1, status: 2, created_at: stamp, updated_at: stamp, ...values });

describe("the list of changes", () => {
  it("FD-7: tells an answer within the second from the change before it", () => {
    const [before, replied, answered] = [
      row(),
      row({ stats: { requester_responded_at: stamp } }),
      row({ stats: { agent_responded_at: stamp } }),
    ].map(changeList.markOf);
    expect(replied).not.toEqual(before);
    expect(answered).not.toEqual(before);
  });
});

describe("R05: stored positions", () => {
  it("survive the way through the store", () => {
    const cursor = { ...startAt(now, changeList), seen: [["9", now, "abc"]] as const };
    expect(readCursor(writeCursor(cursor), now)).toEqual(cursor);
  });

  it.each([
    ["of another hand", "2026-01-01T00:00:00Z"],
    ["of another plugin", '{"after":"abc"}'],
    ["that are empty", ""],
    ["in the future", writeCursor(startAt(Date.UTC(2999, 11, 31), changeList))],
  ])("%s are refused", (_, cursor) => {
    expect(() => readCursor(cursor, now)).toThrow(ConfigError);
  });
});
