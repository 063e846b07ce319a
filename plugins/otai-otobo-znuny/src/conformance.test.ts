import { conformanceOf } from "./testing/conformance-of.ts";

conformanceOf("otobo");
