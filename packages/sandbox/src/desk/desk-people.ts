import type { Actor, DeskUser, UserFields } from "./desk-model.ts";
import type { NewUser } from "./desk-mutation.ts";

type UserRecord = { -readonly [K in keyof DeskUser]: DeskUser[K] };

const SYSTEM: Actor = { role: "system", id: null };

/** Agents and customers of a desk, found by id and by address. */
export class DeskPeople {
  private readonly userMap = new Map<number, UserRecord>();
  private readonly userByEmail = new Map<string, number>();
  private readonly actors = new Map<number, Actor>();
  private nextUserId = 80_020_000_001;

  constructor(agents: readonly DeskUser[]) {
    for (const agent of agents) this.add(agent);
  }

  get(id: number): DeskUser | undefined {
    return this.userMap.get(id);
  }

  withEmail(email: string): DeskUser | undefined {
    const id = this.userByEmail.get(email.toLowerCase());
    return id === undefined ? undefined : this.userMap.get(id);
  }

  customers(): DeskUser[] {
    return [...this.userMap.values()].filter((user) => user.role === "customer");
  }

  /** Who acts under this user id; null and unknown ids are the desk itself. */
  actor(id: number | null): Actor {
    return id === null ? SYSTEM : (this.actors.get(id) ?? SYSTEM);
  }

  /** @returns the new customer's id */
  addCustomer(at: number, source: NewUser): number {
    const id = this.nextUserId++;
    this.add({
      id,
      role: "customer",
      name: source.name,
      email: source.email,
      phone: source.phone ?? null,
      tags: [],
      customFields: {},
      deleted: false,
      blocked: false,
      vip: source.vip ?? false,
      groupIds: [],
      createdAt: at,
      updatedAt: at,
    });
    return id;
  }

  change(at: number, userId: number, fields: Partial<UserFields>): void {
    const user = this.userMap.get(userId)!;
    const { customFields, email, ...plain } = fields;
    Object.assign(user, plain);
    if (customFields) user.customFields = { ...user.customFields, ...customFields };
    if (email !== undefined) {
      if (user.email) this.userByEmail.delete(user.email.toLowerCase());
      user.email = email;
      if (email) this.userByEmail.set(email.toLowerCase(), userId);
    }
    user.updatedAt = at;
  }

  private add(user: DeskUser): void {
    this.userMap.set(user.id, { ...user });
    this.actors.set(user.id, { role: user.role, id: user.id });
    if (user.email) this.userByEmail.set(user.email.toLowerCase(), user.id);
  }
}
