const STAMP = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;

/** Stamps of a server that names no zone: `2026-11-20 10:20:54` is its own local time. */
export interface ServerTime {
  format: (at: number) => string;
  /** Undefined for anything but the exact form. */
  parse: (stamp: unknown) => number | undefined;
}

/** @param timeZone IANA name */
export function createServerTime(timeZone: string): ServerTime {
  // Swedish writes instants as the vendor does.
  const formatter = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const format = (at: number) => formatter.format(at);
  const asUtc = (stamp: string) => Date.parse(`${stamp.replace(" ", "T")}Z`);
  return {
    format,
    parse(stamp) {
      if (typeof stamp !== "string" || !STAMP.test(stamp)) return undefined;
      const wanted = asUtc(stamp);
      if (Number.isNaN(wanted)) return undefined;
      // The offset at the instant itself; the first guess may lie on the other side of a change of the clock.
      let at = wanted;
      for (let round = 0; round < 2; round++) at = wanted - (asUtc(format(at)) - at);
      return at;
    },
  };
}
