/** Categories of an installation that has neither history nor `fields.category`; a site replaces them by its own. */
export const starterCategories = [
  "billing",
  "technical_support",
  "account_access",
  "bug_report",
  "feature_request",
  "how_to",
  "order_shipping",
  "returns_refunds",
  "sales",
  "complaint",
  "spam",
  "other",
  "unclassified",
] as const;
