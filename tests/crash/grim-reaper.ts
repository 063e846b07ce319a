/** When and how a worker is struck: at its nth port call, before or after the call took effect. */
export interface Strike {
  readonly call: number;
  readonly moment: "before" | "after";
  /** `kill`: nothing of the worker happens any more. `fail`: this call throws, the worker lives on. */
  readonly kind: "kill" | "fail";
  readonly error?: Error;
}

/**
 * Stands between a worker and its ports. A killed worker's calls neither happen nor answer: it hangs for ever, as a process
 * does that is gone.
 */
export function createGrimReaper(strike: Strike | null) {
  const names: string[] = [];
  let dead = false;
  let announce = () => {};
  const struck = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const silence = () => new Promise<never>(() => {});

  async function pass<T>(name: string, call: () => Promise<T>): Promise<T> {
    if (dead) return silence();
    names.push(name);
    const mine = strike !== null && names.length === strike.call;
    if (mine && strike.moment === "before") {
      if (strike.kind === "fail") throw strike.error;
      dead = true;
      announce();
      return silence();
    }
    const result = await call();
    if (dead) return silence();
    if (mine) {
      if (strike.kind === "fail") throw strike.error;
      dead = true;
      announce();
      return silence();
    }
    return result;
  }

  return { pass, struck, count: () => names.length, names: () => names };
}
