/** Rejects with `fault()` when the promise has not settled after `ms` milliseconds. */
export function withTimeLimit(ms: number, fault: () => Error): <Value>(promise: Promise<Value>) => Promise<Value> {
  return async (promise) => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(fault()), ms);
    });
    try {
      return await Promise.race([promise, limit]);
    } finally {
      clearTimeout(timer);
    }
  };
}
