import { describe, expect, it } from "vitest";
import { explainMeasures, extractMeasures } from "../../src/measure/extract.ts";
import { judgeClause } from "../../src/measure/kind/kind.ts";
import { cpuTimeOf } from "../cpu-time.ts";

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
      "not two verbs with one object",
      "Small workshops will be able to train and test models on the harbour computers.",
      ["Small workshops will be able to train and test models on the harbour computers"],
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
      "a second subject that begins like what explains the first",
      "The board has approved the 12 permits, and a company of the north has begun to sell its boats.",
      ["The board has approved the 12 permits", "a company of the north has begun to sell its boats"],
    ],
    [
      "no end before what something is due to",
      "The loss of 40 boats in the bay of the northern towns in the long winter has not been due to the storm alone.",
      ["The loss of 40 boats in the bay of the northern towns in the long winter has not been due to the storm alone"],
    ],
    [
      "a dividend, not to whom and when it is payable",
      "The board of the harbour works and the northern shipyards group today declared a quarterly dividend of $0.32 per share, payable on 3 December.",
      [
        "The board of the harbour works and the northern shipyards group today declared a quarterly dividend of $0.32 per share",
      ],
    ],
    [
      "no address of a page",
      "Output of tin rose 4.1% in June. Its homepage is www.example.org.",
      ["Output of tin rose 4.1% in June"],
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
    [
      "not who says it, with that or without",
      "The harbour firm said its sales of nets rose 3.8 percent. The board recommended on Monday that all vessels be inspected twice a year.",
      ["its sales of nets rose 3.8 percent", "all vessels be inspected twice a year"],
    ],
    ["not where it was written", "LONDON — Output of tin rose 4.1% in June.", ["Output of tin rose 4.1% in June"]],
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
    ["a condition", "If both sides sign, the toll of the bridge will fall to $2."],
    ["a condition at the end", "The toll of the bridge will fall to $2, unless both sides find more money."],
    [
      "what it is limited to",
      "The board has banned all nets of the old kind in towns where the catch has fallen by half.",
    ],
    ["what is not counted", "Excluding carts, sales of boats rose 3.5%."],
    [
      "what is due to be done",
      "The northern towns and both of the islands in the bay are due to release the plan of the new pier in May.",
    ],
    ["the years of a figure", "In the past decade, the fleet of the north has grown by 3.2%."],
    ["the year of a figure", "In 2015, some 132 boats were sold abroad."],
    ["what somebody fears", "The worry is that ferry fares will rise by 10% next year."],
    ["a long subject of a short action", "Owners of the boats of the northern coast will pay a toll of $5 a week."],
  ])("%s stays", (_, text) => expect(cuts(text).map((words) => `${words}.`)).toEqual([text]));

  it("takes no setting for a statement", () =>
    expect(cuts("Together with the fund of $6m that was announced in May, the town has spent $9m on nets.")).toEqual([
      "the town has spent $9m on nets",
    ]));

  it("leaves out what something is ahead of", () =>
    expect(cuts("Ahead of the winter months, the board has bought 12 boats.")).toEqual([
      "the board has bought 12 boats",
    ]));

  it("leaves out a quote that is open", () =>
    expect(cuts("“The board has banned all nets of the old kind in May")).toEqual([
      "The board has banned all nets of the old kind in May",
    ]));

  it.each([
    [
      "a quote that goes on",
      "The mayor will stay on the board until the end of this year “to support a smooth handover",
      "The mayor will stay on the board until the end of this year",
    ],
    [
      "who is quoted",
      "The fleet has earned more than in any of its 80 years,” said Pat Harrow of the board.",
      "The fleet has earned more than in any of its 80 years",
    ],
  ])("ends before %s", (_, text, expected) => expect(cuts(text)).toEqual([expected]));

  it("parts nothing within brackets", () =>
    expect(
      cuts("The board will lend boats to the 83% of wardens (87% of men and 79% of women) who are without one."),
    ).toHaveLength(1));

  it("takes no range of days for a dateline", () =>
    expect(cuts("The pier will close from Friday, May 1-5 for urgent repairs.")[0]).toBe(
      "The pier will close from Friday",
    ));

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
      "a subject that takes longer than what it does",
      "The harbour board, a body of nine members of whom the mayor names three and the owners of the boats name six, has until 3 May to decide whether to close the quay.",
      "has until 3 May to decide whether to close the quay",
    ],
    [
      "a comparison",
      "Sales of boats rose 3.5% in spring, well above the mean of ten years.",
      "Sales of boats rose 3.5% in spring",
    ],
    [
      "a survey",
      "The survey of the coast showed that 19 per cent of all boats need repair.",
      "19 per cent of all boats need repair",
    ],
    [
      "a date before the agency",
      "May 12 (Reuters) - The board cut its rate to 3.5%.",
      "The board cut its rate to 3.5%",
    ],
    [
      "a day before the agency's dash",
      "Port Vale, June 2 - The board cut its rate to 3.5%.",
      "The board cut its rate to 3.5%",
    ],
    ["a town before a dash", "TOKYO - The board cut its rate to 3.5%.", "The board cut its rate to 3.5%"],
    [
      "when it was said",
      "The harbour firm said on Tuesday it will soon open a school for young fishers.",
      "open a school for young fishers",
    ],
    [
      "that somebody plans it",
      "The harbour board plans to buy twelve boats for the northern coast.",
      "buy twelve boats for the northern coast",
    ],
    [
      "which rule says it",
      "The new rules stipulate that owners must mark their nets by May.",
      "owners must mark their nets by May",
    ],
    [
      "that it was today",
      "The board signed a treaty on the nets of the northern coast today.",
      "The board signed a treaty on the nets of the northern coast",
    ],
    [
      "the number of a note",
      "A total of 539 boats were lost on the northern coast [1].",
      "A total of 539 boats were lost on the northern coast",
    ],
    [
      "what it is comparable to",
      "The catch of the fleet fell 3.5% in spring, comparable to the fall of 2012.",
      "The catch of the fleet fell 3.5% in spring",
    ],
    [
      "a dateline with its agency",
      "PORT VALE, NORTHMERE, March 20, 2024 /24-7Wire/ -- The board cut its rate to 3.5%.",
      "The board cut its rate to 3.5%",
    ],
    [
      "whom it was urged on",
      "It ordered the harbour boards to open twelve schools for young fishers.",
      "open twelve schools for young fishers",
    ],
    [
      "who said so without that",
      "Harbour officials said exports of nets rose 4.2% in June.",
      "exports of nets rose 4.2% in June",
    ],
    [
      "by how much more it is",
      "The toll of the bridge will rise to $3 in May, an increase of 20 cents.",
      "The toll of the bridge will rise to $3 in May",
    ],
    [
      "what drove it",
      "Shares of the fleet rose 2.1% in June, boosted by the price of tin.",
      "Shares of the fleet rose 2.1% in June",
    ],
    [
      "that it was the same before",
      "Prices of nets rose 0.5% in May, the same as in April.",
      "Prices of nets rose 0.5% in May",
    ],
    [
      "why it fell, where the clause is long",
      "The oil import bill of the northern coast and its islands fell 23 per cent in the first quarter due to lower prices.",
      "The oil import bill of the northern coast and its islands fell 23 per cent in the first quarter",
    ],
    [
      "whom it was told",
      "The board told both owners in September that the dam would cost 300 farmers their water.",
      "the dam would cost 300 farmers their water",
    ],
  ])("leaves out %s", (_, text, expected) => expect(cuts(text)).toEqual([expected]));

  it("parts sentences where the page has lost the blank", () =>
    expect(cuts("The board has closed the northern quay.The toll of the bridge will rise to $3 in May.")).toEqual([
      "The board has closed the northern quay",
      "The toll of the bridge will rise to $3 in May",
    ]));

  it("leaves out who is spoken to, and what ends before a list that is not there", () => {
    expect(cuts("Mr. Speaker, Sir, the number of empty berths stands at 420 in all harbours.")).toEqual([
      "the number of empty berths stands at 420 in all harbours",
    ]);
    expect(cuts("Instead of paying $90 for the berth, the crew sold its boat for $700 in May.")[0]).not.toMatch(/^of/);
    expect(cuts("The old harbour bath is open from 10am to 7pm each day (except public holidays).")).toEqual([
      "The old harbour bath is open from 10am to 7pm each day (except public holidays)",
    ]);
    expect(cuts("The harbour board will look at ways that will allow the fund to –")).toEqual([]);
    expect(cuts("The council must not: 1. raise the tax 2. close the harbour 3. sell the boats")).not.toContain(
      "The council must not",
    );
  });

  it("leaves out who says it later in the sentence too", () =>
    expect(cuts("The board closed the quay in May, and highlighted that 30 boats of the fleet are too old.")).toEqual([
      "The board closed the quay in May",
      "30 boats of the fleet are too old",
    ]));

  it("takes nothing that leads to a list", () => {
    const text = "The council agreed to (i) buy nets, (ii) repair boats, and (iii) train pilots.";
    expect(cuts(text)).toEqual(["buy nets", "repair boats", "train pilots"]);
  });

  it("takes a share at the start of a sentence for no number of a paragraph", () =>
    expect(cuts("22 per cent of the boats were sold abroad.")).toEqual(["22 per cent of the boats were sold abroad"]));

  it("stays linear in text of one sentence without end", () => {
    const cost = cpuTimeOf(() => {
      cuts(`${"the board will open and close the 12 quays, and ".repeat(20_000)}.`);
    });
    expect(cost).toBeLessThan(2000);
  });
});

/** Headlines of list items only. */
function listed(text: string): string[] {
  return extractMeasures({ text })
    .filter(({ list }) => list > 0)
    .map(({ headline }) => text.slice(headline.start, headline.end));
}

const [NETS, BOATS, PILOTS] = ["buy nets for all", "repair the boats", "train young pilots"] as const;

describe("English lists", () => {
  it.each([
    ["what a last and closes", `The town acts in some areas: ${NETS}; ${BOATS}; and ${PILOTS}.`],
    [
      "lines below what can be got",
      `Owners can already get:\n${NETS}\n${BOATS}\n${PILOTS}\nIf you have no boat, ask the board.`,
    ],
    ["lines between semicolons, one of them with and", `It was about boats:\n${NETS};\n${BOATS}; and\n${PILOTS}.`],
    ["what is counted between commas", `The plan has three goals: ${NETS}, ${BOATS} and ${PILOTS}.`],
    ["what is counted behind a dash", `The plan has three goals -- ${NETS},${BOATS}, and ${PILOTS}.`],
    ["what is counted between semicolons", `It has three goals which are ${NETS}; ${BOATS}; and ${PILOTS}.`],
    ["lines below the name of what they are", `Key measures:\n${NETS}\n${BOATS}\n${PILOTS}`],
    ["lines that end in semicolons", `Under the plan, the town will:\n${NETS};\n${BOATS}; and\n${PILOTS}.`],
    ["a letter for a bullet", `The plan:\no ${NETS}\no ${BOATS}\no ${PILOTS}`],
    ["And third,", `First, ${NETS}. Second, ${BOATS}. And third, ${PILOTS}.`],
    [
      "a long subject before what is first",
      `The first goal that the town has set itself is to ${NETS}. The second thing to do is to ${BOATS}. The third is to ${PILOTS}.`,
    ],
    ["Recommendation 1:", `Recommendation 1: ${NETS}.\nRecommendation 2: ${BOATS}.\nRecommendation 3: ${PILOTS}.`],
    ["a last and before its marker", `The town will (i) ${NETS}, (ii) ${BOATS} and (iii) ${PILOTS}.`],
    ["Phase 1 –", `Phase 1 – ${NETS}\nPhase 2 – ${BOATS}\nPhase 3 – ${PILOTS}`],
    [
      "headings over paragraphs",
      `${NETS}\nThe town pays half of it. It begins in May.\n${BOATS}\nA workshop opens in June. It is free.\n${PILOTS}\nThe school takes forty. They begin in fall.`,
    ],
    ["asterisks within a line", `The town acts. * ${NETS}. * ${BOATS}. * ${PILOTS}.`],
    ["labels", `${NETS}: The town pays half.\n${BOATS}: A workshop opens in June.\n${PILOTS}: The school takes forty.`],
  ])("%s", (_, text) => expect(listed(text)).toEqual([NETS, BOATS, PILOTS]));

  it.each([
    ["these include", `These include ${NETS}, ${BOATS}, ${PILOTS}, and new quays.`],
    ["a number of", `The prize goes by a number of aims: ${NETS}, ${BOATS}, ${PILOTS}, and new quays.`],
    ["criteria", `The prize goes by a number of criteria: ${NETS}, ${BOATS}, ${PILOTS}, and new quays.`],
  ])("%s, announced and closed with and", (_, text) =>
    expect(listed(text)).toEqual([NETS, BOATS, PILOTS, "new quays"]),
  );

  it("takes doings that semicolons part behind what includes them", () => {
    const doings = ["widening the old quays", "lending boats to the young", "more help for those who mend nets"];
    expect(listed(`Many wrote to the board. Their wishes included ${doings.join("; ")}.`)).toEqual(doings);
    expect(listed("The fleet includes fishing boats; it is old; nobody knows how old.")).toEqual([]);
  });

  const explained = (deed: string): string =>
    `• The town will ${deed}. ${"It was long asked for by those who live from the sea, and it takes its time. ".repeat(3)}`;

  it("takes bullets that are explained at length for a list in a longer text, and for prose where all of it has bullets", () => {
    const bullets = [NETS, BOATS, PILOTS].map(explained).join("\n");
    const around = "The mayor spoke of the sea, of its moods and of the old days at the harbour. ".repeat(12);
    expect(listed(`${around}\n${bullets}\n${around}`)).toHaveLength(3);
    expect(listed(bullets)).toEqual([]);
  });

  it("takes dashes at lines that follow each other for one list, however long the lines", () =>
    expect(
      listed(
        [NETS, BOATS, PILOTS].map((deed) => `- ${deed}. ${"The town waited for it long. ".repeat(20)}`).join("\n"),
      ),
    ).toEqual([NETS, BOATS, PILOTS]));

  it.each([
    ["what is only included", "The fleet of the north, these old boats included, needs nets, ropes, oars, and paint."],
    ["single words behind a dash", "The school has three branches – navigation, fishing and repair."],
    [
      "attachments",
      "This notice has the following attachments:\n1. Map of the harbour.\n2. List of the boats.\n3. Form for owners.",
    ],
    ["annexes", "* Annex A: Map of the harbour\n* Annex B: List of the boats\n* Annex C: Form for owners"],
    ["two things", "These include nets for the boats of the north, which are old."],
    ["figures with commas", "Three towns: Vale has 1,200 boats and 3,400 nets."],
    ["quarters of a year", "The first quarter was good for the boats. The second quarter was better for the nets."],
    ["fewer things than were counted", "The plan has four goals: new nets, repair of boats and more pilots."],
    [
      "an hour and a price",
      "The ferry leaves at three each day: 14:30, and costs $5, with a return at 18:30 and food.",
    ],
    [
      "headings that only name",
      "Boats of the coast\nThey are old. It is known.\nThe nets\nThey are new.\nPilots\nThey are few.",
    ],
    [
      "where to write to",
      "Send your views to the board by 3 May: www.board.example/views; fax, (04) 555-0100; telephone 0555 010 020.",
    ],
    [
      "labels that end in a dash",
      "Buy new nets –\nThe town pays half of the price.\nRepair the boats –\nThe town pays a third.\nTrain young pilots –\nThe town pays all.",
    ],
    ["the way to a page", "1. Home\n2. News\n3. New nets for the northern harbours"],
    ["what two people say", "Mayor Lim: We need boats.\nMs Tan: We need nets.\nMr Goh: We need pilots."],
    ["o in a song", "O harbour mine, the night is long and the boats are few."],
  ])("but not %s", (_, text) => expect(listed(text)).toEqual([]));

  it.each([
    [
      "at no comma of a series",
      "provide boats, nets and engines to the fishers of the northern coast who lost theirs in the storm of the last winter, which was hard",
      "provide boats, nets and engines to the fishers of the northern coast who lost theirs in the storm of the last winter",
    ],
    [
      "before and over",
      "scrap the act on the nets of the northern coast immediately and without any debate in the council, and over the next three years replace it with another",
      "scrap the act on the nets of the northern coast immediately and without any debate in the council",
    ],
    [
      "behind what is conceded",
      "while the old board failed to repair any of the boats of the northern coast, the new board is repairing all of them before the winter comes",
      "the new board is repairing all of them before the winter comes",
    ],
    [
      "but not behind a condition",
      "until a boat of the northern coast has been repaired before the coming winter, the owner must bring it to the harbour of the next town",
      "until a boat of the northern coast has been repaired before the coming winter, the owner must bring it to the harbour of the next town",
    ],
    ["behind who is quoted", "Mayor Lim: “New nets for all. And new boats for the young.”", "New nets for all"],
    [
      "not behind why, with what is stated still to come",
      "as boats of the old kind burn far more fuel than any of those that came later, they will get no rebate under the scheme",
      "as boats of the old kind burn far more fuel than any of those that came later, they will get no rebate under the scheme",
    ],
    ["before examples", "adopt the new nets, e.g. those of hemp or of flax", "adopt the new nets"],
    ["at no dash in brackets", "mark the nets (blue – or green) by May", "mark the nets (blue – or green) by May"],
    [
      "between words where nothing else parts it",
      `give all of them ${"a boat and a net and ".repeat(18)}a pilot`,
      `give all of them ${"a boat and a net and ".repeat(18)}`.slice(0, 300).replace(/ \S*$/, ""),
    ],
  ])("end a headline %s", (_, item, expected) => expect(listed(`• ${item}\n• ${PILOTS}`)[0]).toBe(expected));
});

describe("the kind of an English statement", () => {
  const kindOf = (words: string): string => judgeClause(words.toLowerCase(), { modal: "none", before: "" }).kind;

  it.each([
    ["a ruling", "The court has ruled the harbour tax is to be paid in June"],
    ["money for something", "$226 million over four years to deliver 500 extra boats"],
    ["an offer", "Northern Boats Corp has offered to buy 12 ferries, which are old"],
    ["a call", "The union has called for lower fees, which are at a record"],
    ["a request", "The wardens have asked owners to mark the nets that are old"],
    ["what money goes to", "The plan invests $12 million in piers that are too low"],
    ["what somebody would do", "The island would block the purchase of boats that are too large"],
    ["what begins to hold", "The fishing treaty of the northern towns entered into force today"],
    ["what somebody would begin", "The bill would begin paid leave for wardens, who are few"],
    ["what somebody should do", "Boats that have been repaired should remain in port for no more than 3 days"],
    ["what a budget gives", "The autumn budget delivers $90 million for piers that are too low"],
    ["an instruction", "The harbour master instructed crews that had been resting to check all nets"],
    ["what somebody wants of others", "The ministry wants the ferry lines to keep routes that are running at a loss"],
    ["what may be had", "Owners of boats that are damaged can receive up to $900"],
  ])("is measure for %s", (_, words) => expect(kindOf(words)).toBe("measure"));

  it.each([
    ["what would come about", "The storm would mean that the fleet is smaller"],
    ["what should have been", "More than 12 crews should have been at sea, which were not"],
    ["what jumped", "Not counting ferries, sales of boats jumped 1.8%"],
    ["what is so", "The northern harbours are full and the boats have been idle"],
    ["what grew", "Exports of nets rose 4.2% from a year earlier"],
    ["what does not go", "Stop-and-go traffic on the quays was 12% of all, as in the year before"],
    ["what is hoped to be", "Every town wants its harbour to be 10% larger than the next, which was not so"],
    ["what the board thinks", "Crews considering a change are 12% of all"],
  ])("is finding for %s", (_, words) => expect(kindOf(words)).toBe("finding"));

  const kindsOf = (text: string): string[] => extractMeasures({ text }).map(({ kind }) => kind);

  it.each([
    [
      "measure",
      "plans under letters",
      "The harbour plan has these strategies:",
      ["a. Planning quieter piers", "b. Building wider locks"],
    ],
    [
      "measure",
      "what an adverb opens",
      "The union asks the new board to do this:",
      ["Immediately increase the pay of wardens by $40 a week", "End the ban on small boats in the bay"],
    ],
    [
      "finding",
      "what was achieved",
      "Some of the achievements of the fleet include:",
      ["300 boats are registered on the portal by now", "A portal has been launched for owners of small boats"],
    ],
    [
      "other",
      "what must hold",
      "Postpone your trip on the ferry if you:",
      ["Are unwell", "Have a fever in the last 24 hours"],
    ],
  ])("is %s for a list of %s", (kind, _, lead, items) =>
    expect(kindsOf(`${lead}\n${items.map((item) => `- ${item}`).join("\n")}`)).toEqual(items.map(() => kind)),
  );
});
