import { expect, it } from "vitest";
import { angry, eventually, openWorld } from "./world.ts";
import { deskNames } from "./desks.ts";

it.each(deskNames)("spike %s", async (desk) => {
  const world = await openWorld({ desk, mode: "automate" });
  try {
    const id = await world.write();
    await eventually(async () => expect((await world.runsOf(id)).length).toBeGreaterThan(2));
    await world.calm();
    const _ = 0;
    await world.desk.reply(id, angry);
    await eventually(async () => expect((await world.runs(id, "sentiment")).length).toBe(2));
    await world.calm();
    await world.desk.act(id, { reply: "We have reversed the duplicate charge, it is gone tomorrow. Does that help you?", status: "solved" });
    await eventually(async () => expect((await world.runs(id, "qa")).length).toBe(1));
    await world.calm();
    const ticket = await world.desk.ticket(id);
    console.log(desk, JSON.stringify({...ticket, history: 0}));
    console.log(JSON.stringify((await world.desk.requests("write")).map((r) => [r.method, r.path, r.status, r.body]), null, 0));
    console.log(JSON.stringify(world.log.filter((l) => !["info","debug"].includes(l.level))));
  } finally {
    await world.close();
  }
});
