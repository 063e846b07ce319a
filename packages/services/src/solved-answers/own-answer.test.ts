import { describe, expect, it, test } from "vitest";
import { ownAnswer } from "./own-answer.ts";

describe("what others may learn from an agent's message", () => {
  it("greeting, thanks, quotation, signature and closing question are left out", () => {
    const message =
      "Hello Mara,\n\nThank you for your message. Open Settings and choose Export. The file is ready after a minute. Is there anything else I can do?\n\nKind regards,\nTom Example\n\nOn 3 Nov 2026 Mara wrote:\n> How do I export my data?";
    expect(ownAnswer(message, null)).toBe("Open Settings and choose Export. The file is ready after a minute.");
  });

  it("German too", () => {
    const message =
      "Guten Tag Frau Muster, vielen Dank für Ihre Nachricht. Öffnen Sie die Einstellungen und wählen Sie Export. Kann ich sonst noch helfen?\n\nViele Grüße\nTom Beispiel";
    expect(ownAnswer(message, null)).toBe("Öffnen Sie die Einstellungen und wählen Sie Export.");
  });

  it("a name below the message is left out, also without a closing phrase", () => {
    expect(ownAnswer("Open Settings and choose Export.\n\nExample Care Team", null)).toBe(
      "Open Settings and choose Export.",
    );
  });

  it("steps of a list stay lines of their own", () => {
    const message = "Do this:\n1. Hold the button for ten seconds.\n2. Switch the router to 2.4 GHz.";
    expect(ownAnswer(message, null)).toBe(message);
  });

  test.each([
    "We sent it to mara@kunde.example yesterday.",
    "Please call +49 30 901820 for that.",
    "Your order BW-12345 left our house.",
    "It is invoice 2026-00417 that was open.",
    "Dear customer, Mara has confirmed the change.",
  ])("what belongs to one ticket or person is left out: %s", (sentence) => {
    expect(ownAnswer(`Open Settings and choose Export. ${sentence}`, "Mara Muster")).toBe(
      "Open Settings and choose Export.",
    );
  });

  it("error codes, times and amounts are part of an answer", () => {
    const message = "Error E-207 means a wrong password. Wait 30 minutes, then try up to 5 times.";
    expect(ownAnswer(message, "Mara Muster")).toBe(message);
  });
});
