import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "./testing/wire-desk.ts";

test("OT-2 a log-in that is answered by a closed connection names the web service, as Znuny gives no other sign", async () => {
  const server = createServer((request) => request.socket.destroy());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const context = createTestContext();
  const desk = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, context, {
    webservice: "tickets",
  });
  await expect(desk.read.identify()).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/web service tickets is unknown or switched off/),
  });
  context.stop();
});
