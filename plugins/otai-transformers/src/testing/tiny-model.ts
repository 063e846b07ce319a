import type { ModelPlace } from "./model-place.ts";

/**
 * A real model, the smallest there is: each token of a small vocabulary has a vector of invented numbers, and a text is their mean.
 * The file is ONNX's protobuf (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3), written by hand; the field numbers are from there.
 */
export function writeTinyModel(place: ModelPlace, { hidden = 16 } = {}): void {
  const vocabulary = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    ..."abcdefghijklmnopqrstuvwxyz",
    "card",
    "payment",
    "declined",
    "address",
  ];
  place.write("onnx/model.onnx", onnxModel(vocabulary.length, hidden));
  place.write("config.json", JSON.stringify({ model_type: "bert", hidden_size: hidden, architectures: ["BertModel"] }));
  place.write(
    "tokenizer_config.json",
    JSON.stringify({ tokenizer_class: "BertTokenizer", model_max_length: 64, pad_token: "[PAD]", unk_token: "[UNK]" }),
  );
  place.write("tokenizer.json", JSON.stringify(wordPiece(vocabulary)));
}

function wordPiece(vocabulary: readonly string[]) {
  const special = (content: string) => ({ id: vocabulary.indexOf(content), content, special: true });
  const token = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const text = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  const known = (name: string) => ({ id: name, ids: [vocabulary.indexOf(name)], tokens: [name] });
  return {
    version: "1.0",
    added_tokens: ["[PAD]", "[UNK]", "[CLS]", "[SEP]"].map(special),
    normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [token("[CLS]"), text("A", 0), token("[SEP]")],
      pair: [text("A", 0), text("B", 1)],
      special_tokens: { "[CLS]": known("[CLS]"), "[SEP]": known("[SEP]") },
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  };
}

function onnxModel(tokens: number, hidden: number): Buffer {
  const [int64, float] = [7, 1];
  const numbers = Float32Array.from({ length: tokens * hidden }, (_, at) => Math.sin(at * at + 1));
  const embeddings = message(
    whole(1, tokens),
    whole(1, hidden),
    whole(2, float),
    text(8, "embeddings"),
    bytes(9, Buffer.from(numbers.buffer)),
  );
  const tokenVectors = message(
    text(1, "embeddings"),
    text(1, "input_ids"),
    text(2, "last_hidden_state"),
    text(4, "Gather"),
  );
  // The mask is only asked for, as encoders do: the library leaves padding out of the mean.
  const mask = message(text(1, "attention_mask"), text(2, "unused"), text(4, "Identity"));
  const graph = message(
    bytes(1, tokenVectors),
    bytes(1, mask),
    text(2, "tiny"),
    bytes(5, embeddings),
    bytes(11, value("input_ids", int64, ["batch", "length"])),
    bytes(11, value("attention_mask", int64, ["batch", "length"])),
    bytes(12, value("last_hidden_state", float, ["batch", "length", hidden])),
  );
  return message(whole(1, 8), bytes(7, graph), bytes(8, whole(2, 17)));
}

function value(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const dimensions = shape.map((size) => bytes(1, typeof size === "string" ? text(2, size) : whole(1, size)));
  return message(text(1, name), bytes(2, bytes(1, message(whole(1, type), bytes(2, message(...dimensions))))));
}

const message = (...fields: readonly Buffer[]) => Buffer.concat(fields);
const text = (field: number, content: string) => bytes(field, Buffer.from(content));
const whole = (field: number, number: number) => message(varint(field << 3), varint(number));

function bytes(field: number, content: Buffer): Buffer {
  return message(varint((field << 3) | 2), varint(content.length), content);
}

function varint(number: number): Buffer {
  const digits = [];
  for (; number > 127; number = Math.floor(number / 128)) digits.push((number % 128) | 128);
  return Buffer.from([...digits, number]);
}
