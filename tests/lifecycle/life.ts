import { expect } from "vitest";
import { angry, eventually, type World } from "./world.ts";

export const goodAnswer =
  "Hello Kim,\n\nI am sorry for the trouble. We have reversed the second charge, and your bank shows it within five days. " +
  "Please tell us if anything is still open.\n\nKind regards";

/** Waits until so many runs of a step came to their end. */
export async function untilRuns(world: World, id: number, step: string, count = 1): Promise<void> {
  await eventually(async () => expect(await world.runs(id, step), `runs of ${step}`).toHaveLength(count));
  await world.calm();
}

/** Written, triaged and drafted; answered angrily; solved by an agent. OTAI hears of it as the desk tells it. */
export async function liveThrough(world: World): Promise<number> {
  const id = await world.write();
  await untilRuns(world, id, "draft");
  await world.desk.reply(id, angry);
  await untilRuns(world, id, "sentiment", 2);
  await world.desk.act(id, { reply: goodAnswer, status: "solved" });
  await untilRuns(world, id, "qa");
  return id;
}
