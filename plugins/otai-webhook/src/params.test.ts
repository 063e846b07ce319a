import { describe, expect, it } from "vitest";
import { webhookParams } from "./params.ts";

const callback_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const faults = (params: object) =>
  (webhookParams.safeParse(params).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("params", () => {
  it("none are needed", () => {
    expect(webhookParams.parse({})).toMatchObject({ timeout: 15, allow_private_callback: false, queues: [] });
  });

  it("S01: a callback is always signed, with a secret that deserves the name", () => {
    const callback_url = "https://desk.yourcompany.example/results";
    expect(faults({ callback_url, callback_secret })).toEqual([]);
    expect(faults({ callback_url })).toEqual(["callback_secret: is missing: callbacks are always signed"]);
    for (const weak of ["", "short", "whsec_", "whsec_c2hvcnQ="]) {
      expect(faults({ callback_url, callback_secret: weak }).join()).toContain("callback_secret: must be");
    }
  });

  it.each([
    "https://127.0.0.1/x",
    "https://localhost/x",
    "https://desk.localhost/x",
    "https://10.1.2.3/x",
    "https://192.168.1.1/x",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://[::1]/x",
    "https://[::ffff:127.0.0.1]/x",
    "https://[fd00::1]/x",
    "https://0.0.0.0/x",
  ])("S02: %s is refused unless private callbacks are meant", (callback_url) => {
    expect(faults({ callback_url, callback_secret }).join()).toContain("allow_private_callback");
    expect(faults({ callback_url, callback_secret, allow_private_callback: true })).toEqual([]);
  });

  it("results go in the clear only where somebody decided so", () => {
    const callback_url = "http://desk.yourcompany.example/results";
    expect(faults({ callback_url, callback_secret }).join()).toContain("allow_insecure");
    expect(faults({ callback_url, callback_secret, allow_insecure: true })).toEqual([]);
  });

  it.each(["ftp://desk.example/x", "https://user:pass@desk.example/x", "desk.example", "//desk.example"])(
    "%s is no address for callbacks",
    (callback_url) => {
      expect(faults({ callback_url, callback_secret }).join()).toContain("callback_url: must be");
    },
  );

  it("unknown fields of the payload are named", () => {
    expect(faults({ paths: { ticketid: "x" } }).join()).toContain("paths");
    expect(webhookParams.parse({ paths: { ticket_id: "issue.key" } }).paths).toEqual({ ticket_id: ["issue.key"] });
  });
});
