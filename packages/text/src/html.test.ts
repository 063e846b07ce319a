import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml, htmlToText, looksLikeHtml, MAX_HTML, textToHtml } from "./html.ts";

describe("D17: htmlToText gives what a person sees", () => {
  test("headings, paragraphs and line breaks become lines", () => {
    expect(htmlToText("<h1>Printer</h1><p>It is <b>broken</b>.<br>Please help</p>\n<div>Mara</div>")).toBe(
      "Printer\n\nIt is broken.\nPlease help\n\nMara",
    );
  });

  test("lists and nested lists become lines with a dash", () => {
    expect(htmlToText("<ul><li>one<li>two<ul><li>deep</ul><li>three</ul>end")).toBe(
      "- one\n- two\n\n- deep\n\n- three\n\nend",
    );
  });

  test("table rows become lines, nested tables too", () => {
    const inner = "<table><tr><th>Order</th><th>Price</th></tr><tr><td>4711</td><td>10&nbsp;&euro;</td></tr></table>";
    expect(htmlToText(`<table><tr><td>${inner}</td></tr></table>`).replaceAll("\u00a0", " ")).toBe(
      "Order Price\n4711 10 €",
    );
  });

  test("quotations get > in front, preformatted lines stay lines", () => {
    expect(htmlToText("yes<blockquote>Did you<br>restart?</blockquote>no<pre>a  b\n c</pre>")).toBe(
      "yes\n\n> Did you\n> restart?\n\nno\n\na  b\n c",
    );
  });

  test("scripts, styles, comments, titles, templates and declarations are dropped", () => {
    expect(
      htmlToText(
        '<!doctype html><title>t</title><style>p{}</style><p>a<script>if (1 < 2) x("</p>")</script><!-- no > --><template>n</template>b<?php x ?>c</p>',
      ),
    ).toBe("abc");
  });

  test("named, numeric and Windows-1252 references are decoded, unknown ones stay", () => {
    expect(htmlToText("&lt;&amp;gt; &Uuml;&#252;&#xFC;&#150;&nosuch; AT&T &#0;&#xD800;&#99999999;")).toBe(
      "<&gt; Üüü–&nosuch; AT&T \ufffd\ufffd\ufffd",
    );
  });

  test.each([
    ["hidden attribute", "<p hidden>x</p>"],
    ["display", '<div style="DISPLAY : none !important">x<p>x</p></div>'],
    ["visibility", '<span style="visibility:hidden">x</span>'],
    ["font size", '<span style="font-size:0px">x</span><span style="font-size:1px">x</span>'],
    ["opacity", '<div style="opacity:0">x</div>'],
    ["height", '<div style="max-height:0; overflow:hidden">x</div>'],
    ["Outlook", '<p style="mso-hide:all">x</p>'],
    ["white on white", '<p style="color:#fff">x</p><font color="White">x</font>'],
    ["white on white, written differently", '<td bgcolor="#FFFFFF"><i style="color: rgb(255, 255, 255)">x</i></td>'],
    ["black on black", '<div style="background:black"><p style="color:#000000">x</p></div>'],
    ["transparent", '<p style="color:transparent">x</p>'],
  ])("hidden text is dropped: %s", (_, hidden) => {
    expect(htmlToText(`<p>before</p>${hidden}<p>after</p>`)).toBe("before\n\nafter");
  });

  test.each([
    ["white on blue", '<td style="background-color:#00f"><a style="color:#fff">x</a></td>'],
    ["white on an image", '<td background="a.png" style="color:#fff">x</td>'],
    ["white on a gradient", '<div style="background:linear-gradient(red, blue);color:white">x</div>'],
    ["visible inside a tiny cell", '<td style="font-size:0"><div style="font-size:14px">x</div></td>'],
    ["visible inside invisible", '<div style="visibility:hidden"><b style="visibility:visible">x</b></div>'],
  ])("visible text is kept: %s", (_, visible) => {
    expect(htmlToText(visible)).toBe("x");
  });

  test("hidden text stays hidden below any number of unclosed elements", () => {
    expect(htmlToText(`a${"<b>".repeat(400)}<i style="display:none">${"<b>".repeat(400)}x`)).toBe("a");
  });

  test("a tag without an end is text", () => {
    expect(htmlToText('<p>a</p>if a <b and "c')).toBe('a\n\nif a <b and "c');
    expect(htmlToText("1 < 2 <3")).toBe("1 < 2 <3");
  });
});

describe("D17, S08: bounded time and size", () => {
  // With a parser that searches its list of open elements these take from ten seconds to minutes.
  const bombs: [string, string][] = [
    ["unclosed elements", "<b>".repeat(300_000)],
    ["unclosed elements and foreign closing tags", "<b>".repeat(150_000) + "</i>".repeat(120_000)],
    ["nested tables", "<table><tr><td>x".repeat(60_000)],
    ["nested lists", "<ul><li>x".repeat(100_000)],
    ["implied closings under deep elements", "<b>".repeat(250) + "<p>x".repeat(240_000)],
    ["attributes with open quotes", '<a b="'.repeat(160_000)],
    ["one tag of blanks", `<a ${" ".repeat(900_000)}`],
    ["open comments", "<!--".repeat(250_000)],
    ["open scripts", "<script>".repeat(120_000)],
    ["less-than signs", "<".repeat(1_000_000)],
    ["ampersands", "&#".repeat(500_000)],
    ["100,000 styles", '<i style="color:red">'.repeat(50_000)],
  ];
  test.each(bombs)("%s", (_, bomb) => {
    expect(htmlToText(bomb).length).toBeLessThanOrEqual(2 * MAX_HTML);
  });

  test("5 MB are read up to the limit", () => {
    expect(htmlToText("<p>hi</p>".repeat(600_000)).length).toBeLessThan(MAX_HTML);
  });

  const soup = fc.array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<p>",
        "</p>",
        "<b ",
        "style='color:#fff'",
        '"',
        "=",
        "<li>",
        "<td>",
      ),
      fc.constantFrom("<blockquote>", "</blockquote>", "<pre>", "<script>", "</script>", "&amp;", "&#", ";", " ", "\n"),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 60 },
  );
  test("never throws on tag soup, at most doubles it", () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const html = parts.join("");
        expect(htmlToText(html).length).toBeLessThanOrEqual(2 * html.length + 2);
      }),
    );
  });

  test("text that was escaped comes back as it was, but for blanks", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(htmlToText(textToHtml(text))).toBe(text.replace(/\s+/g, " ").trim());
      }),
    );
  });
});

describe("escapeHtml", () => {
  test("no markup survives", () => {
    expect(escapeHtml(`<img src=x onerror='a("b")'>&`)).toBe(
      "&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;&amp;",
    );
    expect(textToHtml("a\nb\r\n<c>")).toBe("a<br>b<br>&lt;c&gt;");
  });
});

describe("looksLikeHtml", () => {
  test.each(["<p>Hello</p>", "a<br>b", "<!DOCTYPE html><html>", "a<BR />b"])("html: %s", (text) => {
    expect(looksLikeHtml(text)).toBe(true);
  });
  test.each(["a < b and c > d", "Mara <mara@customer.example>", "List<String> x", "see <https://x.example/>"])(
    "text: %s",
    (text) => {
      expect(looksLikeHtml(text)).toBe(false);
    },
  );
});
