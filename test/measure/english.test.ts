import { describe, expect, it } from "vitest";
import { explainMeasures } from "../../src/measure/extract.ts";

/** Every clause that English running text is cut into, whether it was printed or not, in the order of the text. */
function cuts(text: string): string[] {
  const { measures, dropped } = explainMeasures({ text });
  return [...measures.map(({ headline }) => headline), ...dropped.map(({ span }) => span)]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end));
}

describe("an English sentence is cut into its statements", () => {
  it.each([
    [
      "a second verb behind a comma",
      "The Harbour Act bans the sale of old nets, and gives the wardens a boat of their own.",
      ["The Harbour Act bans the sale of old nets", "gives the wardens a boat of their own"],
    ],
    [
      "a second verb without one",
      "The board has approved the 12 permits and will publish the list in May.",
      ["The board has approved the 12 permits", "will publish the list in May"],
    ],
    [
      "a second action behind will",
      "The council will open 12 clinics for the young and the old and hire a hundred nurses.",
      ["open 12 clinics for the young and the old", "hire a hundred nurses"],
    ],
    [
      "a second subject with its verb",
      "Output of tin rose 4.1% in June and the price of copper fell 2.3%.",
      ["Output of tin rose 4.1% in June", "the price of copper fell 2.3%"],
    ],
    [
      "what happened meanwhile",
      "Sales of boats rose 3.5% in spring, while sales of carts were down 1.2%.",
      ["Sales of boats rose 3.5% in spring", "sales of carts were down 1.2%"],
    ],
    [
      "a figure behind with",
      "Prices eased in June, with rents rising to 4.2% in the north.",
      ["Prices eased in June", "rents rising to 4.2% in the north"],
    ],
    [
      "what was said besides",
      "All permits had been granted, the owners said on Monday, adding that the dam is due to open in May.",
      ["All permits had been granted", "the dam is due to open in May"],
    ],
    [
      "what goes on behind who says it",
      "Prices eased to 3.1% in June, the office said on Friday, but the rents of shops were up 5.2%.",
      ["Prices eased to 3.1% in June", "the rents of shops were up 5.2%"],
    ],
  ])("%s", (_, text, expected) => expect(cuts(text)).toEqual(expected));

  it.each([
    ["two nouns", "The harbour board will buy new boats and better nets for the wardens."],
    ["two subjects of one verb", "Fishers of the northern coast and those of the south have until May to register."],
    ["nouns that end like verbs", "The fund pays for clinics and training centres in the six poorest towns."],
    ["what only explains", "The board has closed the quay, which is one of the oldest of the coast."],
    ["a purpose", "The board has closed the northern quay, making room for a new market hall."],
  ])("but not at %s", (_, text) => expect(cuts(text)).toHaveLength(1));

  it.each([
    ["a verb that something must follow", "The bill introduces, among other things, a levy of $5 on old nets."],
    ["whom a rule is for", "Anyone who is managing a fishing boat will need to hold a licence of the new kind."],
    ["a share of people that said so", "65 per cent of the wardens said that the new boats were too slow."],
  ])("%s stays", (_, text) => expect(cuts(text).map((words) => `${words}.`)).toEqual([text]));

  it.each([
    [
      "the day it happened",
      "The bank held its main rate at 5.5% on Wednesday in Port Vale.",
      "The bank held its main rate at 5.5%",
    ],
    [
      "examples",
      "The board is to spend $4m on nine harbour projects including two quays, a market hall and a school for young fishers.",
      "The board is to spend $4m on nine harbour projects",
    ],
    [
      "a date before the agency",
      "May 12 (Reuters) - The board cut its rate to 3.5%.",
      "The board cut its rate to 3.5%",
    ],
    [
      "whom it was told",
      "The board told both owners in September that the dam would cost 300 farmers their water.",
      "the dam would cost 300 farmers their water",
    ],
  ])("leaves out %s", (_, text, expected) => expect(cuts(text)).toEqual([expected]));

  it("takes a share at the start of a sentence for no number of a paragraph", () =>
    expect(cuts("22 per cent of the boats were sold abroad.")).toEqual(["22 per cent of the boats were sold abroad"]));

  it("stays linear in text of one sentence without end", () => {
    const started = performance.now();
    cuts(`${"the board will open and close the 12 quays, and ".repeat(20_000)}.`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
