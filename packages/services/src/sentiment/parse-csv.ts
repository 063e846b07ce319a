/** A file that is no CSV; the message names the line, never its content. */
export class CsvError extends Error {
  override readonly name = "CsvError";
}

/** Rows of fields by RFC 4180: quotes doubled inside quotes, LF or CRLF. The separator is the more frequent of `,` and `;` in the head. */
export function parseCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, "");
  const head = source.slice(0, source.indexOf("\n") < 0 ? source.length : source.indexOf("\n"));
  const separator = head.split(";").length > head.split(",").length ? ";" : ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let line = 1;
  for (let at = 0; at < source.length; ) {
    const character = source[at]!;
    if (character === '"' && field === "") {
      const opened = line;
      at += 1;
      for (;;) {
        const quote = source.indexOf('"', at);
        if (quote < 0) throw new CsvError(`line ${opened}: a quotation mark is never closed`);
        const piece = source.slice(at, quote);
        field += piece;
        line += piece.split("\n").length - 1;
        at = quote + 1;
        if (source[at] !== '"') break;
        field += '"';
        at += 1;
      }
    } else if (character === separator || character === "\n") {
      row.push(character === "\n" ? field.replace(/\r$/, "") : field);
      field = "";
      at += 1;
      if (character === "\n") {
        rows.push(row);
        row = [];
        line += 1;
      }
    } else {
      field += character;
      at += 1;
    }
  }
  if (field !== "" || row.length > 0) rows.push([...row, field.replace(/\r$/, "")]);
  return rows.filter((fields) => fields.length > 1 || fields[0] !== "");
}
