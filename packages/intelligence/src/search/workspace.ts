import { NumberList } from "./number-list.ts";
import type { QueryPlan } from "./query-plan.ts";
import type { TextTable } from "./text-table.ts";

/** What a comparison writes down, all zeros between two of them: nothing of it is allocated per question. */
export class Workspace {
  /** By text: what whole words weigh, and what words related to the question's add. */
  sums = new Float64Array(0);
  rough = new Float64Array(0);
  /** Texts in the order in which they were found. */
  texts = new Uint32Array(0);
  /** By word: how many of its pieces the question has, and where in `places` they stand. */
  shared = new Uint16Array(0);
  placesAt = new Uint32Array(0);
  /** By stem: its place in the question when it is not in the sums. */
  placeOfStem = new Uint16Array(0);
  /** By place in the question: what it weighs, and how often the text at hand has it. Place 0 is nobody's. */
  weights = new Float64Array(0);
  counts = new Uint32Array(0);
  /** Words that share a piece with the question. */
  readonly words = new NumberList(1024);
  /** Of one word after the other: the places of its pieces and of its stem. */
  places = new Uint16Array(0);

  /** Makes room for everything that the texts have and that is asked. */
  fit({ size, table }: TextTable, { grams, stems }: QueryPlan): void {
    if (this.sums.length < size) {
      this.sums = new Float64Array(roomFor(size));
      this.rough = new Float64Array(this.sums.length);
      this.texts = new Uint32Array(this.sums.length);
    }
    const words = table.grams.length;
    if (this.shared.length < words) {
      this.shared = new Uint16Array(roomFor(words));
      this.placesAt = new Uint32Array(this.shared.length);
      // There are no more stems than words.
      this.placeOfStem = new Uint16Array(this.shared.length);
    }
    const places = 1 + stems.length + grams.length;
    if (this.weights.length < places) {
      this.weights = new Float64Array(roomFor(places));
      this.counts = new Uint32Array(this.weights.length);
    }
  }

  /** Room for the places of so many pieces. */
  fitPlaces(count: number): void {
    if (this.places.length < count) this.places = new Uint16Array(roomFor(count));
  }
}

/** A quarter more than is needed. */
const roomFor = (count: number) => Math.ceil(count * 1.25);
