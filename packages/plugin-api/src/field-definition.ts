export interface FieldChoice {
  /** What is written. */
  readonly value: string;
  /** What people see. */
  readonly label: string;
}

/** A field of the installation, as discovered. `key` is `type`, `status`, `priority` or `custom_fields.<key>`. */
export interface FieldDefinition {
  readonly key: string;
  readonly label: string;
  readonly kind: "choice" | "multi" | "text" | "number" | "checkbox" | "date" | "other";
  /** `null` where anything may be written. */
  readonly choices: readonly FieldChoice[] | null;
  readonly writable: boolean;
}
