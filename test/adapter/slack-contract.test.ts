import { describeAdapter } from "./contract.ts";
import { openSlackStage } from "./slack-stage.ts";

describeAdapter("slack", () => openSlackStage());
