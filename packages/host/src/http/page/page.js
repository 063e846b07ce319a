// The plain first page: asks the API every two seconds and shows the newest triaged tickets. Text only ever enters as text.
const everyMs = 2000;
const shown = 50;

const element = (id) => document.getElementById(id);

function keyHeader() {
  const key = sessionStorage.getItem("otai-key");
  return key === null ? {} : { "X-API-Key": key };
}

async function ask(path) {
  const response = await fetch(path, { headers: keyHeader() });
  if (response.status === 401) {
    const key = prompt("API key");
    if (key !== null) sessionStorage.setItem("otai-key", key);
  }
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

function cell(row, text, className) {
  const td = row.insertCell();
  td.textContent = text;
  if (className !== undefined) td.className = className;
  return td;
}

function moveCell(row, field) {
  const td = row.insertCell();
  if (field === undefined) return;
  if (field.from !== null && field.from !== field.to) {
    const from = document.createElement("span");
    from.className = "from";
    from.textContent = `${field.from} → `;
    td.append(from);
  }
  const to = document.createElement("span");
  const already = field.from === field.to;
  to.className = field.written || already ? "" : "unwritten";
  to.textContent = field.to === null ? "–" : field.written || already ? field.to : `(${field.to})`;
  td.append(to);
}

function decisionText(field) {
  if (field === undefined) return "";
  if (field.written) return "written";
  return field.would_be === null ? field.decision : `shadow (${field.would_be})`;
}

function ticketRow(ticket) {
  const row = document.createElement("tr");
  const queue = ticket.fields.find((field) => field.field === "queue");
  const priority = ticket.fields.find((field) => field.field === "priority");
  cell(row, new Date(ticket.at).toLocaleTimeString(), "number").title = ticket.at;
  cell(row, `${ticket.ticket_system} #${ticket.ticket_id}`);
  cell(row, ticket.language ?? "?");
  moveCell(row, queue);
  moveCell(row, priority);
  cell(row, queue?.confidence == null ? "" : `${(queue.confidence * 100).toFixed(0)} %`, "number");
  cell(row, decisionText(queue), queue?.decision);
  cell(row, queue === undefined ? "" : [queue.reason, queue.why].filter((text) => text !== null).join(" · "));
  return row;
}

async function refresh() {
  const notice = element("notice");
  try {
    const [tickets, stats] = await Promise.all([ask(`/api/v1/tickets?limit=${shown}`), ask("/api/v1/stats")]);
    if (tickets.items.length > 0) element("tickets").replaceChildren(...tickets.items.map(ticketRow));
    const queues = stats.decisions.filter((row) => row.field === "queue");
    const count = (rows) => rows.reduce((sum, row) => sum + row.count, 0);
    element("triaged").textContent = count(queues);
    element("written").textContent = count(queues.filter((row) => row.written));
    element("open").textContent = stats.events.open;
    element("dead").textContent = stats.events.dead;
    notice.hidden = !stats.paused;
    notice.textContent = "AI writes are paused.";
  } catch (error) {
    notice.hidden = false;
    notice.textContent = `The server does not answer: ${error.message}`;
  } finally {
    setTimeout(refresh, everyMs);
  }
}

refresh();
