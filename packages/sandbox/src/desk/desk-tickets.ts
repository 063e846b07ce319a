import type { DeskTicket } from "./desk-model.ts";
import type { TicketRecord } from "./ticket-record.ts";

/** The tickets of a desk in their two orders: of creation, which is that of the ids, and of last change. */
export class DeskTickets {
  private readonly records = new Map<number, TicketRecord>();
  /** A changed ticket moves to the end. */
  private readonly changeOrder = new Set<number>();
  private changeOrderList: readonly DeskTicket[] | null = null;
  private creationOrderList: readonly DeskTicket[] | null = null;

  get(id: number): TicketRecord | undefined {
    return this.records.get(id);
  }

  need(id: number): TicketRecord {
    const ticket = this.records.get(id);
    if (!ticket) throw new Error(`no ticket ${id} on this desk`);
    return ticket;
  }

  byId(): readonly DeskTicket[] {
    this.creationOrderList ??= [...this.records.values()];
    return this.creationOrderList;
  }

  byUpdate(): readonly DeskTicket[] {
    this.changeOrderList ??= [...this.changeOrder].map((id) => this.records.get(id)!);
    return this.changeOrderList;
  }

  add(record: TicketRecord): void {
    this.records.set(record.id, record);
    this.creationOrderList = null;
    this.moved(record.id);
  }

  /** It was the last to change. */
  moved(id: number): void {
    this.changeOrder.delete(id);
    this.changeOrder.add(id);
    this.changeOrderList = null;
  }
}
