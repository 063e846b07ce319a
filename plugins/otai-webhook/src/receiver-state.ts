import type { ReceiverHealth } from "@otai/plugin-kit/receiver-health";

/** How it stands with the receiver, for all workers. What is known of another address says nothing about this one. */
export interface ReceiverState extends ReceiverHealth {
  readonly address: string;
}

export const receiverKey = "receiver";
