import { describe, expect, it } from "vitest";
import { isLoopbackHost, isPublicAddress } from "./network-address.ts";

describe("S02: addresses that links found in data may not reach", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "not an address",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111"])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ["localhost", true],
    ["desk.localhost", true],
    ["127.9.9.9", true],
    ["[::1]", true],
    ["localhost.example", false],
    ["10.0.0.1", false],
  ])("%s is this machine: %s", (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});
