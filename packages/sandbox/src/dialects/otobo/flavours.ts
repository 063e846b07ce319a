/** What sets the members of the family apart on the wire. */
export interface Flavour {
  name: "otobo" | "znuny" | "otrs";
  /** Keys of tickets and articles whose ids this version gives as strings. */
  stringIds: readonly string[];
  /** Credentials may come in `X-OTRS-Header-…`. */
  takesHeaderCredentials: boolean;
  /** A single search hit comes without its list. */
  scalarHit: boolean;
  /** Webhooks carry the whole ticket and not its id alone. */
  sendsWholeTickets: boolean;
}

/** ticket-systems.md, 5: Ticket shape, Base and auth, Webhooks and signatures. */
export const FLAVOURS: Readonly<Record<Flavour["name"], Flavour>> = {
  otobo: {
    name: "otobo",
    stringIds: ["SenderTypeID"],
    takesHeaderCredentials: false,
    scalarHit: false,
    sendsWholeTickets: false,
  },
  znuny: {
    name: "znuny",
    stringIds: ["SenderTypeID"],
    takesHeaderCredentials: true,
    scalarHit: false,
    sendsWholeTickets: true,
  },
  otrs: {
    name: "otrs",
    stringIds: [
      "SenderTypeID",
      "QueueID",
      "StateID",
      "PriorityID",
      "OwnerID",
      "ArticleID",
      "CommunicationChannelID",
      "RealTillTimeNotUsed",
    ],
    takesHeaderCredentials: false,
    scalarHit: true,
    sendsWholeTickets: false,
  },
};
