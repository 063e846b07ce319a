import { definePlugin } from "@otai/plugin-api/plugin";
import { defineEmbedder } from "@otai/service-api/engine-definition";
import { createEmbedder } from "./create-embedder.ts";
import { embedderParams } from "./params.ts";

export default definePlugin({
  api: 1,
  embedders: {
    OnnxEmbedder: defineEmbedder({
      title: "Sentence vectors from an ONNX model on this machine",
      params: embedderParams,
      create: createEmbedder,
    }),
  },
});
