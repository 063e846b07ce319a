import { channels, priorities, statuses, type Ticket } from "@otai/plugin-api/ticket";
import { expect } from "vitest";

const name = expect.any(String);
const id = expect.stringMatching(/^\S+$/);
const oneOf = (values: readonly unknown[]) => expect.toSatisfy((value: unknown) => values.includes(value));
const orNull = (wanted: unknown) =>
  expect.toSatisfy((value: unknown) => {
    if (value === null) return true;
    expect(value).toEqual(wanted);
    return true;
  });
/** Milliseconds: any other unit lies before 2001 or far ahead. */
const instant = expect.toSatisfy(
  (value: unknown) => Number.isInteger(value) && (value as number) > 1e12 && (value as number) < 1e13,
);

/** Holds for every ticket, whatever the vendor calls things: OTAI's words, ids as text, instants in milliseconds. */
export function expectUnified(ticket: Ticket): void {
  expect(ticket).toEqual({
    id,
    subject: expect.any(String),
    body: expect.any(String),
    queue: orNull({ id, name }),
    priority: oneOf([...priorities, null]),
    status: oneOf(statuses),
    statusLabel: expect.stringMatching(/./),
    type: orNull(expect.any(String)),
    tags: expect.any(Array),
    customFields: expect.any(Object),
    requester: orNull({ id, name, email: orNull(expect.stringContaining("@")) }),
    assignee: orNull({ id, name }),
    channel: oneOf(channels),
    language: orNull(expect.any(String)),
    createdAt: instant,
    updatedAt: instant,
    solvedAt: orNull(instant),
    version: expect.stringMatching(/./),
    url: orNull(expect.stringMatching(/^https?:\/\//)),
    tombstone: oneOf([null, "deleted", "spam", "merged", "closed"]),
    mergedInto: orNull(id),
  });
  expect(Object.values(ticket.customFields).filter((value) => value === undefined)).toEqual([]);
}
