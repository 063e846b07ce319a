import { ByteReader, ByteWriter, ModelFormatError } from "./bytes.ts";
import { LinearModel } from "./linear-model.ts";
import { Model, type Retrieval, type TargetModel } from "./model.ts";
import { NeighbourIndex } from "./neighbours.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** Raised whenever the bytes or the features mean something else; older files are then trained anew. */
const FORMAT_VERSION = 1;
const MAGIC = "otai-model";

/** The model as bytes: no code, no ticket text. Same model, same bytes. */
export function encodeModel({ parts }: Model): Uint8Array {
  const writer = new ByteWriter();
  writer.text(MAGIC);
  writer.integer(FORMAT_VERSION);
  writer.integer(parts.prepareVersion);
  writeVocabulary(writer, parts.vocabulary);
  writer.integer(parts.targets.length);
  for (const target of parts.targets) writeTarget(writer, target);
  writer.integer(parts.retrieval ? 1 : 0);
  if (parts.retrieval) writeRetrieval(writer, parts.retrieval);
  return writer.result();
}

/**
 * The model that `encodeModel` was given; it predicts the same to the last bit. The caller has checked the hash: this
 * finds bytes that are no model, but not every altered one. Throws `ModelFormatError`.
 */
export function decodeModel(bytes: Uint8Array): Model {
  const reader = new ByteReader(bytes);
  let magic: string;
  try {
    magic = reader.text();
  } catch {
    magic = "";
  }
  if (magic !== MAGIC) throw new ModelFormatError("this is not a model file");
  const version = reader.integer();
  if (version !== FORMAT_VERSION) {
    throw new ModelFormatError(
      `the model file has format version ${version}, this program reads ${FORMAT_VERSION}: train the model again`,
    );
  }
  const prepareVersion = reader.integer();
  const vocabulary = readVocabulary(reader);
  const features = vocabulary.hashes.length;
  const targets = Array.from({ length: reader.integer() }, () => readTarget(reader, features));
  const retrieval = reader.integer() === 1 ? readRetrieval(reader, features) : null;
  if (!reader.ended) throw new ModelFormatError("the model file is damaged: bytes are left over at its end");
  return new Model({ prepareVersion, vocabulary, targets, retrieval });
}

/** Features are sorted by frequency, then hash: runs of one frequency with ascending hashes. */
function writeVocabulary(writer: ByteWriter, { hashes, documentFrequency, documents }: Vocabulary): void {
  writer.integer(documents);
  writer.integers(differences(documentFrequency, (previous, value) => previous - value, documents));
  writer.integers(
    hashes.map((hash, at) =>
      at > 0 && documentFrequency[at] === documentFrequency[at - 1] ? hash - hashes[at - 1]! : hash,
    ),
  );
}

function readVocabulary(reader: ByteReader): Vocabulary {
  const documents = reader.integer();
  const documentFrequency = reader.integers();
  let frequency = documents;
  for (let at = 0; at < documentFrequency.length; at++) {
    frequency -= documentFrequency[at]!;
    documentFrequency[at] = frequency;
  }
  const hashes = reader.integers();
  expectSame(hashes.length, documentFrequency.length);
  for (let at = 1; at < hashes.length; at++) {
    if (documentFrequency[at] === documentFrequency[at - 1]) hashes[at]! += hashes[at - 1]!;
  }
  return vocabularyOf(hashes, documentFrequency, documents);
}

function writeTarget(writer: ByteWriter, target: TargetModel): void {
  const { linear, calibration, evidence } = target;
  writer.text(target.name);
  writer.integer(linear.labels.length);
  for (const label of linear.labels) writer.text(label);
  writer.integers(counts(linear.offsets));
  writeAscending(writer, linear.offsets, linear.classes);
  writer.bytes(linear.weights);
  writer.floats(linear.scales);
  writer.floats(linear.biases);
  const { reliability } = calibration;
  for (const value of [calibration.temperature, reliability.bias, reliability.score, reliability.lead]) {
    writer.double(value);
  }
  writer.floats(reliability.byLabel);
  writer.double(target.novelAbove);
  writer.floats(evidence.confidence);
  writer.integers(evidence.predicted);
  writer.bytes(evidence.correct);
  writer.integers(target.labelOfRow);
}

function readTarget(reader: ByteReader, features: number): TargetModel {
  const name = reader.text();
  const labels = Array.from({ length: reader.integer() }, () => reader.text());
  const offsets = offsetsOf(reader.integers());
  expectSame(offsets.length, features + 1);
  const classes = Uint16Array.from(readAscending(reader, offsets));
  expectBelow(classes, labels.length);
  const weights = new Int8Array(reader.bytes().buffer);
  expectSame(weights.length, classes.length);
  const scales = reader.floats();
  const biases = reader.floats();
  expectSame(scales.length, labels.length);
  expectSame(biases.length, labels.length);
  const linear = new LinearModel({ labels, offsets, classes, weights, scales, biases });
  const temperature = reader.double();
  const [bias, score, lead] = [reader.double(), reader.double(), reader.double()];
  const byLabel = reader.floats();
  expectSame(byLabel.length, labels.length);
  const novelAbove = reader.double();
  const confidence = reader.floats();
  const predicted = Uint16Array.from(reader.integers());
  const correct = reader.bytes();
  expectSame(predicted.length, confidence.length);
  expectSame(correct.length, confidence.length);
  expectBelow(predicted, labels.length);
  const labelOfRow = Uint16Array.from(reader.integers());
  expectBelow(labelOfRow, labels.length + 1);
  return {
    name,
    linear,
    calibration: { temperature, reliability: { bias, score, lead, byLabel } },
    novelAbove,
    evidence: { confidence, predicted, correct },
    labelOfRow,
  };
}

function writeRetrieval(writer: ByteWriter, { index, ids }: Retrieval): void {
  writer.integer(ids.length);
  for (const id of ids) writer.text(id);
  writer.integers(counts(index.offsets));
  writeAscending(writer, index.offsets, index.postings);
  writer.bytes(index.shares);
}

function readRetrieval(reader: ByteReader, features: number): Retrieval {
  const ids = Array.from({ length: reader.integer() }, () => reader.text());
  const offsets = offsetsOf(reader.integers());
  expectSame(offsets.length, features + 1);
  const postings = readAscending(reader, offsets);
  expectBelow(postings, ids.length);
  const shares = reader.bytes();
  expectSame(shares.length, postings.length);
  return { index: new NeighbourIndex(ids.length, offsets, postings, shares), ids };
}

/** Ascending numbers within every part of `offsets`, as their differences. */
function writeAscending(writer: ByteWriter, offsets: Uint32Array, values: Uint32Array | Uint16Array): void {
  const steps = new Uint32Array(values.length);
  for (let part = 0; part + 1 < offsets.length; part++) {
    let previous = 0;
    for (let at = offsets[part]!; at < offsets[part + 1]!; at++) {
      steps[at] = values[at]! - previous;
      previous = values[at]!;
    }
  }
  writer.integers(steps);
}

function readAscending(reader: ByteReader, offsets: Uint32Array): Uint32Array {
  const values = reader.integers();
  expectSame(values.length, offsets.at(-1)!);
  for (let part = 0; part + 1 < offsets.length; part++) {
    for (let at = offsets[part]! + 1; at < offsets[part + 1]!; at++) values[at]! += values[at - 1]!;
  }
  return values;
}

function differences(
  values: Uint32Array,
  between: (previous: number, value: number) => number,
  first: number,
): Uint32Array {
  return values.map((value, at) => between(at === 0 ? first : values[at - 1]!, value));
}

function counts(offsets: Uint32Array): Uint32Array {
  return offsets.subarray(1).map((offset, at) => offset - offsets[at]!);
}

function offsetsOf(sizes: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(sizes.length + 1);
  for (let at = 0; at < sizes.length; at++) offsets[at + 1] = offsets[at]! + sizes[at]!;
  return offsets;
}

function expectSame(found: number, expected: number): void {
  if (found !== expected) {
    throw new ModelFormatError(`the model file is damaged: ${found} values where ${expected} belong`);
  }
}

function expectBelow(values: Uint32Array | Uint16Array, limit: number): void {
  for (const value of values) {
    if (value >= limit) throw new ModelFormatError(`the model file is damaged: number ${value} is out of range`);
  }
}
