/**
 * How a service reaches what it keeps: repositories exist only inside a unit of work, and nothing but the store may be awaited
 * in there.
 */
export interface UnitOfWork<Repositories> {
  /** All or nothing; a throw rolls back. */
  write<T>(work: (tx: Repositories) => Promise<T>): Promise<T>;
  /** A consistent read. */
  read<T>(work: (tx: Repositories) => Promise<T>): Promise<T>;
}
