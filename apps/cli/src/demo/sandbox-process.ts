import { createSandbox, type SandboxOptions } from "@otai/sandbox/sandbox";

/** Entry of the process that the demo's helpdesk runs in. Ends with its parent. */
export type SandboxMessage =
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group; the parent says when to end.
process.on("SIGINT", () => {});

process.once("message", (options: SandboxOptions) => {
  createSandbox(options).then(
    ({ url }) => tell({ kind: "ready", url }),
    (error: NodeJS.ErrnoException) => {
      tell({ kind: "failed", code: error.code ?? "", message: error.message });
      process.disconnect();
    },
  );
});

function tell(message: SandboxMessage): void {
  process.send?.(message);
}
