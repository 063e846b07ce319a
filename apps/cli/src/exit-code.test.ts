import {
  AuthenticationError,
  ConfigError,
  NotFoundError,
  OtaiError,
  PermissionError,
  RateLimitedError,
  UnavailableError,
  UnexpectedAnswerError,
} from "@otai/plugin-api/errors";
import { CommanderError, InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { exitCodeFor } from "./exit-code.ts";

test.each([
  [new ConfigError("wrong"), 1],
  [new InvalidArgumentError("wrong"), 1],
  [new CommanderError(0, "commander.helpDisplayed", "help"), 0],
  [new AuthenticationError("401"), 2],
  [new PermissionError("403"), 2],
  [new NotFoundError("404"), 2],
  [new RateLimitedError("429", { retryAfterMs: 1 }), 2],
  [new UnavailableError("503"), 2],
  [new UnexpectedAnswerError("HTML"), 2],
  [new OtaiError("x", { scope: "bug", retry: "never", actor: "developer" }, "ours"), 3],
  [new TypeError("ours"), 3],
  ["text", 3],
])("%s exits with %d", (error, expected) => {
  expect(exitCodeFor(error)).toBe(expected);
});
