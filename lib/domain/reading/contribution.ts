/**
 * What kind of thing a paper adds: read from how its title is built and from
 * the sentences in which it says what it proposes, builds, proves or studies.
 */
import type { PaperText } from '../paper';

/** A way of saying that a paper makes a contribution; `weight` against the other ways. */
interface Sign {
  readonly id: string;
  readonly where: 'title' | 'abstract';
  readonly weight: number;
  readonly pattern: RegExp;
}

/** "we introduce", "this paper presents", "is proposed": a verb of making with the paper behind it, then a short stretch. */
const MAKING = String.raw`\b(?:introduc|present|propos|releas|construct|build|built|creat|curat|collect|develop|contribut|provid|establish|design|publish|compil|assembl|open-sourc|annotat|offer|annotate|gather|prepar)\w*`;
const NEAR = String.raw`[^.;!?]{0,90}?`;
/** Up to eight words of a noun phrase: no preposition lies between the verb and what it makes. */
const GAP = String.raw`(?:(?!(?:on|using|from|for|across|with|in|that|to|over|by|against|between)\b)\S+\s){0,8}?`;
const sign = (id: string, where: Sign['where'], weight: number, source: string): Sign => ({
  id,
  where,
  weight,
  pattern: new RegExp(source, 'i'),
});

const SIGNS: readonly Sign[] = [
  // What is proposed.
  sign(
    'method',
    'abstract',
    3,
    String.raw`\b(?:propos|introduc|present|develop|design|devis|describ|formulat|deriv|implement)\w*${NEAR}\b(?:method|approach|framework|network|architecture|algorithm|module|mechanism|strategy|strategies|technique|pipeline|scheme|loss|system|paradigm|procedure|solution|transformer|strategies|regulariz\w+|learning|autoencoder|u-net|gan|workflow|agent|methodology|layer|plugin|operator|objective|optimizer|encoder|decoder|estimator|classifier|model|formulation|attention|diffusion)s?\b`,
  ),
  sign(
    'method',
    'abstract',
    2,
    String.raw`\b(?:we|paper|work|study|article|letter)\s(?:also\s|first\s|then\s|further\s|therefore\s|hereby\s)?(?:propos|introduc|devis)\w+|\b(?:is|are) (?:proposed|introduced)\b|\bproposed (?:method|approach|framework|model|network|algorithm|system)`,
  ),
  sign(
    'method',
    'abstract',
    1,
    String.raw`\bour (?:\w+ )?(?:method|approach|framework|algorithm|architecture|network|pipeline)\b|\bnovel (?:\S+ ){0,4}?(?:method|approach|framework|algorithm|architecture|network)`,
  ),
  sign('method', 'title', 1, String.raw`^[^:]{2,40}:\s|\b(?:via|using|through|with)\b`),
  // A trained model is the product.
  sign(
    'model',
    'abstract',
    3,
    String.raw`\b(?:we|paper|work|report)\s(?:\w+\s)?(?:present|introduc|releas|open-sourc|develop|build|built|propos)\w*\s${GAP}(?:foundation(?:al)? model|language model|vision-language model|family of models|series of models|model family|suite of models|generalist model|(?:new|novel|specialized|generalist|medical) (?:M?LLM|VLM)|model series|family of (?:\S+ ){1,4}models)s?\b(?! (?:\w+ )?(?:framework|method|approach|agent|training|finetuning|fine-tuning))|\b(?:releas|open-sourc|publish)\w*\s(?:\S+\s){0,4}?(?:model|models|weights|checkpoints|pretrained models)\b(?! (?:code|training))|\b(?:train|develop)\w* (?:a|an) (?:\S+ ){0,3}foundation(?:al)? model`,
  ),
  sign(
    'model',
    'abstract',
    2,
    String.raw`\b[A-Z][\w-]*-\d+(?:\.\d+)?B\b[^.;]{0,60}\b(?:model|trained|which achieves)|\bnovel model\b|\bwe (?:developed|trained) an? (?:\S+ ){0,4}model\b`,
  ),
  sign(
    'model',
    'title',
    2,
    String.raw`\bfoundation(?:al)? models? for\b|\btechnical report\b|\b(?:open|generalist|multilingual|pretrained|pre-trained)\s(?:\S+\s){0,3}(?:language )?models?\b`,
  ),
  // Data.
  sign(
    'dataset',
    'abstract',
    3,
    String.raw`${MAKING}\s${GAP}(?:data ?sets?|data ?bases?|corpus|corpora|knowledge base|treebank|lexicon)\b(?! (?:show|demonstrat|and show))`,
  ),
  sign(
    'dataset',
    'abstract',
    3,
    String.raw`\b(?:new|novel|largest|self-collected)\s${GAP}(?:dataset|database|corpus)\b|\b(?:our|this|the) (?:\S+ )?(?:dataset|corpus) (?:and|is|are|will be|contains|comprises|consists)[^.]{0,40}\b(?:available|released|open-sourced)`,
  ),
  sign(
    'dataset',
    'title',
    4,
    String.raw`^(?!.*\b(?:on|in|across|with|for|from|using)\b[^:]{0,60}\b(?:data ?set|corpus|corpora)).*\b(?:data ?set|database|corpus|corpora)\b(?! (?:distillation|condensation|pruning|bias|shift|selection|search))`,
  ),
  // Benchmarks and challenges.
  sign(
    'benchmark',
    'abstract',
    3,
    String.raw`${MAKING}\s${GAP}(?:benchmarks?|benchmarking|test ?bed|test suite|evaluation suite|leaderboard|[A-Z]\w*-?Bench)\b(?! (?:data ?sets?|results|performance|show))|\b(?:new|novel|first|comprehensive|this|our) (?:\S+ ){0,4}benchmark\b(?! (?:data ?sets?|results|in|of performance))`,
  ),
  sign(
    'benchmark',
    'title',
    4,
    String.raw`\bbenchmark(?:s|ing)?\b|\w+-?bench\b|\btest suite\b|\bleaderboard\b`,
  ),
  sign(
    'challenge',
    'title',
    4,
    String.raw`\bchallenge(?: \d{4}|:|\s*$| report| overview| results)|\bshared task\b|\b(?:at|for|to) (?:the )?(?:\S+ ){0,4}(?:\d{4} (?:task|challenge)|challenge \d{4}|semeval|track)|\bcompetition\b|\bsubmission\b`,
  ),
  sign(
    'challenge',
    'abstract',
    4,
    String.raw`\b(?:participat\w+|submi(?:t|ssion)\w*|our (?:\S+ )?(?:system|solution|entry|contribution)|ranked|winning|placed?|organi[sz]\w+|part of|held|hosted)\b[^.;]{0,80}\b(?:(?:\d{4}|[A-Z]\w+\)?) (?:\w+ )?challenge|challenge \d{4}|the challenge|shared task|competition|leaderboard|semeval|task \d+)\b|\b(?:challenge|competition|shared task)\b[^.;]{0,60}\b(?:participants?|submissions?|teams|organi[sz]ed|attracted)\b`,
  ),
  // Studies.
  sign(
    'survey',
    'title',
    6,
    String.raw`\b(?:survey|overview|tutorial|roadmap|primer|systematic review|critical review|literature review|scoping review|meta-analysis|state of the art in|recent advances|challenges and opportunities)\b|\breview\b(?!ing|er)`,
  ),
  sign(
    'survey',
    'abstract',
    5,
    String.raw`\b(?:this|our|the present) (?:\S+ ){0,3}(?:survey|review|overview|tutorial)\b|\b(?:we|paper|article|work) (?:\S+ )?(?:survey|review|summari[sz]e|overview)s? (?:the |recent |existing |current |over |state|\d+ )|\b(?:systematic|comprehensive|literature|scoping) (?:review|survey|overview) (?:of|on)\b`,
  ),
  sign(
    'survey',
    'abstract',
    5,
    String.raw`\bpurpose of review\b|\bsurveys? (?:the )?(?:recent|existing|current)\b`,
  ),
  sign(
    'evaluation',
    'title',
    4,
    String.raw`\b(?:evaluati(?:ng|on)|assess(?:ing|ment)|compar(?:ing|ison|ative)|benchmarking|investigating|investigation|understanding|analy[sz]ing|analysis of|analyses|probing|revisiting|empirical|(?:case|systematic|early|pilot|large-scale|user|reader) study|audit\w*|measuring|examining|exploring|a study|validation|how (?:well|do|does|much|far)|(?:can|do|does|are|is|which|what|when|why) \w[^:]*\?|(?:can|do|does) (?:we|llms?|large|language|models?))`,
  ),
  sign(
    'evaluation',
    'abstract',
    3,
    String.raw`\b(?:systematic|empirical|comprehensive|large-scale|extensive|comparative|in-depth|thorough|pioneering)(?:ly)? (?:\S+ ){0,3}?(?:stud(?:y|ies)|evaluation|comparison|investigation|assessment|audit|evaluate|compare|investigate|assess|analyze|analyse|study)\b(?! (?:on|of our|demonstrate|show))`,
  ),
  sign(
    'evaluation',
    'abstract',
    2,
    String.raw`\b(?:we|paper|study|work|article)\s(?:\w+\s){0,2}?(?:investigat|stud(?:y|ies|ied)\b|analy[sz]|examin|compar|assess|explor|audit|probe|evaluat|benchmark|observe|ask\b|examined)`,
  ),
  sign(
    'evaluation',
    'abstract',
    1,
    String.raw`\b(?:our|the|these) (?:findings|results|analysis|experiments) (?:reveal|suggest|challenge|indicate|highlight|show that)|\bwe (?:find|uncover|discover|found|observe|conclude|show) (?:that)?`,
  ),
  // A new way to measure is a contribution to evaluation, and stands beside the method that it is.
  sign(
    'evaluation',
    'abstract',
    6,
    String.raw`\b(?:propos|introduc|present|develop)\w*\s(?:[^.;!?\s]+\s){0,12}?(?:(?:novel|new|free) (?:evaluation )?(?:metric|measure)s?\b|evaluation (?:framework|protocol|methodology|suite|of)\b)`,
  ),
  sign(
    'evaluation',
    'abstract',
    3,
    String.raw`\b(?:present|report|conduct|perform|carry out|carried out|provide)(?:s|ed)? (?:a |an |the )(?:\S+ ){0,3}?(?:study|analysis|evaluation|comparison|investigation|audit|assessment)\b|\bthrough (?:\S+ ){0,3}case studies\b|\b(?:explores?|examines?|asks?|investigates?|stud(?:y|ies)|tests?) (?:how|whether|why|if|the (?:impact|effects?|role|influence|extent|relationship))\b`,
  ),
  // Tools and theory.
  sign(
    'software',
    'title',
    4,
    String.raw`\b(?:software|toolkit|toolbox|library|package|plug-?in|platform|open-source (?:framework|tool|implementation|system)|python|simulator for|web (?:app|application|tool))\b`,
  ),
  sign(
    'software',
    'abstract',
    3,
    String.raw`\b(?:software (?:tool|package|framework|library|platform|system)?|toolkit|toolbox|python (?:package|library|module)|open-source (?:\S+ ){0,2}(?:library|tool|toolkit|package|platform|software)|plug-?in|graphical user interface|web (?:application|interface|platform)|user interface|chat-based interface|demo(?:nstration)? system|in this demonstration)\b`,
  ),
  sign(
    'software',
    'abstract',
    3,
    String.raw`\bin this demo(?:nstration)?\b|\bdemo(?:nstration)? (?:system|paper)\b|\b(?:chat-based|graphical|web|user|interactive) interface\b|\bsoftware\b[^.]{0,60}\b(?:is|are) (?:proposed|presented|available)`,
  ),
  sign(
    'theory',
    'title',
    4,
    String.raw`\b(?:theory|theoretical|theorem|bounds?|convergence|first-principles|saddle points?|regret|provabl[ey]|generali[sz]ation bounds?|sample complexity|identifiability|optimality|asymptotic\w*|minimax|on the (?:expressiv\w+|complexity|convergence|power) of)\b`,
  ),
  sign(
    'theory',
    'abstract',
    3,
    String.raw`\b(?:we|paper|article|work) (?:\w+ )?(?:prove|proves|derive|establish|show theoretically|theoretically (?:prove|show|analy[sz]e|characteri[sz]e))\b(?! (?:a (?:new )?(?:benchmark|baseline|dataset)|the effectiveness))|\b(?:theoretical (?:guarantees?|justification|proof|framework|foundations?)|mathematical proof|theorem|generali[sz]ation bounds?|minimax|sample complexity|lyapunov|regret bounds?|bias-variance|convergence (?:rate|guarantee|proof|analysis)s?|provably|axiomatic\w*)\b`,
  ),
  sign(
    'theory',
    'abstract',
    3,
    String.raw`\b(?:give|gives|provide|provides|obtain|establish|yield|present)\w* (?:\S+ ){0,4}?(?:reductions? from|guarantees? (?:for|of|on|against|that|under)|lower bounds?|upper bounds?|necessary and sufficient|characteri[sz]ation of|proofs? (?:of|that))\b|\b(?:formally|rigorously) (?:deriv|prov|characteri|show|establish)\w*|\bmathematical (?:formulation|framework|theory|analysis)\b`,
  ),
  sign(
    'theory',
    'abstract',
    2,
    String.raw`\b(?:non-?convex|(?:linear|ridge|kernel) regression|over-?parameteri[sz]ed (?:regime|setting|case)|stationary points?|closed-form|in expectation|polynomial[- ]time|fixed[- ]points?|fitness landscapes?|spectral gap)\b`,
  ),
  sign(
    'theory',
    'abstract',
    1,
    String.raw`\b(?:guarantees?|bounds?|convex|asymptotic\w*|high-dimensional)\b`,
  ),
  sign('theory', 'abstract', 1, String.raw`\btheor(?:y|etical(?:ly)?|etic)\b`),
];

/** Beginnings of words, one of which every sign of a contribution needs: a cheap look before the dear one. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  dataset: 'data corp knowledge lexicon treebank',
  benchmark: 'test suite evaluation leaderboard',
  challenge: 'challenge shared competition leaderboard semeval task submission track',
  survey:
    'survey review overview tutorial roadmap primer meta purpose state advances challenges opportunities summari',
  software:
    'software toolkit toolbox librar package plug interface demo platform open-source simulator web python interactive',
  theory:
    'give provide yield obtain present formally rigorously non linear ridge kernel over stationary closed in polynomial fixed fitness spectral guarantee convex high first saddle prove provabl theor deriv establish bound minimax sample lyapunov regret bias convergence axiom mathematical asymptotic identifiab optimality generali on',
  model: 'model llm mllm vlm weights checkpoint technical foundation',
};
const IDS_OF = new Map<string, string[]>();
for (const [id, words] of Object.entries(BEGINNINGS))
  for (const word of words.split(' ')) IDS_OF.set(word, [...(IDS_OF.get(word) ?? []), id]);
/** "bench" also ends a name: MedBench. */
const BEGINNING = new RegExp(
  `bench|\\b(?:${[...IDS_OF.keys()].toSorted((a, b) => b.length - a.length).join('|')})`,
  'gi',
);

/** The contributions whose signs may fit the text. */
function possible(text: string): ReadonlySet<string> {
  const ids = new Set(['method', 'evaluation']);
  for (const [found] of text.matchAll(BEGINNING))
    for (const id of IDS_OF.get(found.toLowerCase()) ?? ['benchmark']) ids.add(id);
  return ids;
}

/** What a contribution needs to be named: a way of saying it outright, or two faint ones. */
const NEEDED: Readonly<Record<string, number>> = {
  method: 3,
  model: 3,
  dataset: 3,
  benchmark: 3,
  challenge: 4,
  survey: 5,
  evaluation: 4,
  software: 4,
  theory: 3,
};
const MAX_CONTRIBUTIONS = 3;

/**
 * Ids of the contributions, the weightiest first; a method where the text says
 * nothing at all, since that is what most papers add. Empty for an empty text.
 */
export function findContribution(paper: PaperText): string[] {
  if (paper.abstract.trim() === '' && paper.title.trim() === '') return [];
  const weights = new Map<string, number>();
  const may = { title: possible(paper.title), abstract: possible(paper.abstract) };
  for (const { id, where, weight, pattern } of SIGNS)
    if (may[where].has(id) && pattern.test(paper[where])) weights.set(id, (weights.get(id) ?? 0) + weight);
  settle(weights);
  // Beside another thing the method is the main one, unless the title is the other's.
  const named = [...weights]
    .filter(([id, weight]) => weight >= (NEEDED[id] ?? 3))
    .toSorted(([one, a], [other, b]) => b - a + (other === 'method' ? 2 : 0) - (one === 'method' ? 2 : 0))
    .map(([id]) => id);
  // A paper that proposes nothing and finds something is a study.
  if (named.length === 0 && (weights.get('evaluation') ?? 0) > (weights.get('method') ?? 0))
    return ['evaluation'];
  return named.length === 0 ? ['method'] : named.slice(0, MAX_CONTRIBUTIONS);
}

/** Ways of saying that speak against each other: a survey proposes no method, a method is evaluated in every paper. */
function settle(weights: Map<string, number>): void {
  const weight = (id: string): number => weights.get(id) ?? 0;
  if (weight('survey') >= 6) weights.delete('method');
  // Every method paper evaluates: a study beside a proposal must be announced in so many words.
  if (weight('method') >= 5 && weight('evaluation') < 6) weights.delete('evaluation');
  else if (weight('method') >= 3 && weight('evaluation') < 5) weights.delete('evaluation');
  // "We introduce a property and prove that …": the verbs of proposing without a method in words.
  if (weight('theory') >= 5 && weight('method') < 5) weights.delete('method');
  // "We introduce a dataset" uses the verbs of proposing; without "method" in words, it proposes none.
  const madeThing = ['dataset', 'benchmark', 'software'].some((id) => weight(id) >= 6);
  if (madeThing && weight('method') < 5) weights.delete('method');
}
