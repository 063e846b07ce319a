/** Requests of the published contract, by bare path, for the description of the API. */
export const publishedExamples: Readonly<Record<string, unknown>> = {
  "/classify": {
    subject: "Can't process payment",
    body: "I've been trying to pay for 2 hours and keep getting error 500",
    metadata: { account_type: "premium" },
  },
  "/route": { ticket_id: "T-001", category: "billing", urgency: "high", sentiment: "negative", confidence: 0.87 },
  "/draft": {
    ticket_id: "T-123",
    style: "friendly",
    language: "en",
    conversation: [
      { role: "customer", content: "I was charged twice for my subscription" },
      { role: "agent", content: "I'm sorry to hear that. Let me look into this." },
      { role: "customer", content: "It's been 3 days and I still see both charges" },
    ],
  },
  "/feedback": { draft_id: "d-abc123", accepted: true, edited_text: null },
  "/evaluate": {
    conversation_id: "T-123",
    agent_id: "42",
    messages: [
      { role: "customer", content: "My export fails." },
      { role: "agent", content: "Sorry about that, please try the new button under Reports. Does it work now?" },
    ],
  },
  "/analyze": { customer_id: "80014400482", text: "This is unacceptable, I want to cancel!", channel: "web" },
  "/articles": {
    title: "Duplicate charges",
    content: "Duplicate charges are reversed within 5 business days.",
    tags: ["billing"],
    source: "freshdesk-solutions",
  },
  "/search": { query: "charged twice", top_k: 5 },
};
