import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

/** Names of the helpdesks' own wire formats. Outside the adapters nobody knows them. */
const vendorWords =
  /\b(responder_id|group_id|email_config_id|fr_due_by|description_text|updated_since|assignee_id|submitter_id|requester_id|safe_update|updated_stamp|ticket_form_id|via_id|QueueID|PriorityID|TicketID|ArticleID|DynamicField|IsVisibleForCustomer|SenderType|cf_[a-z]\w*)\b/;

/** The sandbox is the helpdesk. */
const mayKnow = ["plugins/", "packages/sandbox/", "packages/service-api/"];
/** The one word of the published service contract that is a vendor's too, for those who speak it. */
const contractWord = "group_id";
const speakContract = ["packages/services/src/triage/", "packages/host/src/services/"];

test("vendor words stop at the adapters: only plugins, the sandbox and the service contract know them", () => {
  const found = sourceFiles()
    .filter(({ path, kind }) => kind === "source" && !mayKnow.some((folder) => path.startsWith(folder)))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => {
        const word = vendorWords.exec(line);
        const spoken = word?.[0] === contractWord && speakContract.some((folder) => path.startsWith(folder));
        return word === null || spoken ? [] : [`${path}:${index + 1}: ${word[0]}`];
      }),
    );
  expect(found).toEqual([]);
});
