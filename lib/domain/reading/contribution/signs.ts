/**
 * The ways in which papers say what they contribute: a table of patterns over titles and abstracts, with
 * weights and the reason for each. A pattern begins with its rarest word, at which it is tried; what stands before that
 * word is looked for behind it.
 */

import { any, sign, type Sign } from './sign';

/** Stems of verbs of making, as their participles and gerunds have them. */
const MADE = `introduc|propos|releas|creat|curat|compil|annotat|prepar|contribut|present|construct|collect|develop|design|assembl|gather|open-sourc|publish|establish`;
/**
 * "we introduce", "this paper presents", "we annotated": a verb of making whose subject is the paper. Not its
 * participle before a noun: "annotated datasets" and "established benchmarks" are those of others, as is what others "have
 * established".
 */
const MAKING = String.raw`\b(?:${[
  String.raw`(?:introduc|propos|releas|creat|curat|compil|annotat|provid|prepar|contribut|describ)(?:e|es|ing)`,
  String.raw`(?:present|construct|build|collect|develop|design|assembl|offer|gather)(?:e?s|e|ing)?`,
  String.raw`(?:publish|establish)(?:es|ing)?`,
  String.raw`open-source(?= (?:the|our|all|both|an?|this)\s)`,
  String.raw`(?<!\bha(?:s|ve) )(?:${MADE}|buil)(?:ed|t)(?= (?:an?|the|our|its|this|two|three|four|several|new|novel)\s)`,
  String.raw`(?<=\b(?:we|authors|was|were|been) (?:\w+ )?)(?:${MADE}|buil)(?:ed|t)`,
].join('|')})`;
/** Up to 90 characters of a clause, without what a method is not: a study of methods, or a problem that they have. */
const NEAR_METHOD = String.raw`(?:(?!\b(?:evaluation|study|survey|comparison|benchmarks?|data ?sets?|corpus|challenges?|limitations?|problems?|difficulties)\b)[^.;!?]){0,90}?`;
/** Before a verb whose subject are the works of others. */
const NOT_OTHERS = String.raw`(?<!\b(?:prior|previous|existing|recent|several|many|most|other|earlier) (?:\w+ ){0,2}(?:works?|studies|methods|approaches|efforts|researchers|techniques|models|papers) (?:(?!we\b)\w+ ){0,3})`;
/** Up to eight words of a noun phrase, without a preposition between the verb and its object. */
const GAP = String.raw`(?:(?!(?:on|using|from|for|across|with|in|that|to|over|by|against|between|since|because|which|where|while|whose)\b)\S+\s){0,8}?`;

/** The same between a verb and a model: a study of models is none. */
const MODEL_GAP = String.raw`(?:(?!(?:on|using|from|for|across|with|in|that|to|over|by|against|between|evaluation|study|analysis|comparison|assessment|survey|review|benchmark|audit)\b)\S+\s){0,8}?`;

/** The signs of each contribution. Every sign that is found adds its weight to its contribution. */
export const SIGNS: readonly Sign[] = [
  // Verbs of proposing, with a noun that means a method. Not of other works ("recent works develop models"), not the
  // nouns "design of" and "development of", and not a study or a dataset of methods.
  sign('method', 'abstract', 3, [
    String.raw`\b${NOT_OTHERS}(?:(?:propos|introduc|devis|formulat)\w*|present(?:s|ed|ing)?|develop(?:s|ed|ing|ment of an?)?|design(?:s|ed|ing)?(?! (?:and|of)\b)|describ(?:e|es|ed|ing)|deriv(?:e|es|ed|ing)(?! from)|implement(?:s|ed|ing)?)(?= )${NEAR_METHOD}\b${any(String.raw`
      method; approach; framework; network; architecture; algorithm; module; mechanism; strategy;
      strategies; technique; pipeline; scheme; loss; system; paradigm; procedure; solution;
      transformer; strategies; regulariz\w+; learning; autoencoder; u-net; gan; workflow; agent;
      methodology; layer; plugin; operator; objective; optimizer; encoder; decoder; estimator;
      classifier; model; formulation; attention; diffusion`)}s?\b`,
  ]),
  // Verbs that only introduce new things, whatever these are called.
  sign('method', 'abstract', 2, [
    String.raw`\b(?:we|paper|work|study|article|letter)\s(?:also\s|first\s|then\s|further\s|therefore\s|hereby\s)?(?:propos|introduc|devis)\w+`,
    String.raw`\b(?:is|are) (?:proposed|introduced)\b`,
    String.raw`\bproposed (?:method|approach|framework|model|network|algorithm|system)`,
  ]),
  // The method is called ours or novel without being introduced explicitly.
  sign('method', 'abstract', 1, [
    String.raw`\bour (?:\w+ )?(?:method|approach|framework|algorithm|architecture|network|pipeline)\b`,
    String.raw`\bnovel (?:\S+ ){0,4}?(?:method|approach|framework|algorithm|architecture|network)`,
  ]),
  // The title names what was made: "a graph learning framework for …".
  sign('method', 'title', 2, [
    String.raw`\b(?:framework|approach|method|algorithm|architecture|pipeline|scheme|mechanism|strategy|technique|module)\b`,
  ]),
  // "Name: what it does", "segmentation via attention": how titles of methods are built.
  sign('method', 'title', 1, [String.raw`^[^:]{2,40}:\s`, String.raw`\b(?:via|using|through|with)\b`]),

  // A trained model is the result: a family, a foundation model, released weights.
  sign('model', 'abstract', 3, [
    String.raw`\b(?<=\b(?:we|paper|work|report)\s(?:\w+\s)?)(?:present|introduc|releas|open-sourc|develop|build|built|propos)\w*\s${MODEL_GAP}${any(String.raw`
      foundation(?:al)? model; language model; vision-language model; family of models; series of
      models; model family; suite of models; generalist model;
      (?:new|novel|specialized|generalist|medical) (?:M?LLM|VLM); model series; family of (?:\S+
      ){1,4}models`)}s?\b(?! (?:\w+ )?(?:framework|method|approach|agent|training|finetuning|fine-tuning))`,
    // "Open-source models" and "recently released models" are those of others.
    String.raw`\b(?:(?:releas(?:e|es|ing)|open-sourc(?:es|ing))\s|(?:open-source|open-sourced|released|publish|published|publishes) (?=(?:our|the|all|both|its|their|two|three|an?|pre-?trained|model|code)\b))(?:\S+\s){0,4}?(?:model|models|weights|checkpoints)\b(?! (?:code|training))`,
    // The report of a model begins with its name: "X is a 1.2-billion-parameter language model".
    String.raw`^\S+ is an? (?:\S+ ){0,6}?(?:language|vision-language|foundation|multimodal|generative) model\b`,
    String.raw`\b(?:present|introduce|propose|develop)s?\s[^\s,]+, an? (?:novel|new) (?:\S+ ){0,3}model\b(?! (?:architecture|training|compression|selection|merging|editing))`,
    String.raw`\b(?:present|introduce|release|develop)s?\s(?:\S+ ){1,3}an? (?:\S+ ){0,2}\S+-(?:oriented|specific|specialized|focused) M?LLM\b(?! (?:\w+ )?(?:framework|method|agent))`,
    String.raw`\b(?:train|develop)\w* (?:a|an) (?:\S+ ){0,3}foundation(?:al)? model`,
  ]),
  // A model named by its size, or one that was developed as such.
  sign('model', 'abstract', 2, [
    // Starts at the hyphen, since every word begins with a letter but few hyphens precede digits.
    String.raw`-(?<=\w-)\d+(?:\.\d+)?B\b[^.;]{0,60}\b(?:model|trained|which achieves)`,
    String.raw`\bnovel (?:\S+ ){0,2}model\b(?! (?:architecture|training|compression|selection|merging))`,
    String.raw`\bwe (?:developed|trained) an? (?:\S+ ){0,4}model\b`,
  ]),
  // "Aton: A Conditional Generative Model for …": the title itself calls it a model.
  sign('model', 'title', 3, [
    String.raw`\b(?<=:\s(?!(?:\w+ing|towards?|how|can)\b)(?:(?!(?:on|using|from|for|across|with|in|that|to|over|by|against|between|of|via|through|approach|framework|method)\b)[^\s,;]+\s){1,6})model\b(?! (?:compression|training|selection|merging|evaluation|editing|based))`,
    String.raw`^an? (?:\S+ ){1,6}?model (?:for|on|of)\b`,
  ]),
  // Titles of model reports.
  sign('model', 'title', 2, [
    String.raw`\bfoundation(?:al)? models? for\b`,
    String.raw`\btechnical report\b`,
    String.raw`\b(?:open|generalist|multilingual|pretrained|pre-trained)\s(?:\S+\s){0,3}(?:language )?models?\b`,
  ]),

  // A verb of making whose object is a collection of data.
  sign('dataset', 'abstract', 3, [
    String.raw`\b(?<=${MAKING}\s${GAP})(?:data ?sets?|data ?bases?|corpus|corpora|knowledge base|treebank|lexicon)\b(?! (?:show|demonstrat|and show|distillation|condensation|pruning|watermark|ownership))`,
  ]),
  // Data called new, or said to be made available.
  sign('dataset', 'abstract', 3, [
    String.raw`\b(?<=\b(?:new|novel|largest|self-collected)\s${GAP})(?:dataset|database|corpus)\b`,
    String.raw`\b(?<=\b(?:our|this|the) (?:(?!original|public|full)\S+ )?)(?:dataset|corpus) (?:and|is|are|will be|contains|comprises|consists)[^.]{0,40}\b(?:available|released|open-sourced)`,
  ]),
  // Data as the subject of the title, not as what something was tested on.
  sign('dataset', 'title', 4, [
    String.raw`^(?!.*\b(?:on|in|across|with|for|from|using)\b[^:]{0,60}\b(?:data ?set|corpus|corpora)).*\b(?:data ?set|database|corpus|corpora)\b(?! (?:distillation|condensation|pruning|bias|shift|selection|search))`,
  ]),

  // A verb of making whose object is a benchmark, or a benchmark called new.
  sign('benchmark', 'abstract', 3, [
    String.raw`\b(?<=${MAKING}\s${GAP})(?:benchmarks?|benchmarking|test ?bed|test suite|evaluation suite|leaderboard)\b(?! (?:data ?sets?|results|performance|show))`,
    String.raw`bench\b(?<=${MAKING}\s${GAP}[A-Z]\w*-?bench)(?! (?:data ?sets?|results|performance|show))`,
    String.raw`\b(?<=\b(?:new|novel|first|comprehensive|this|our) (?:(?!(?:to|on|than|with|over)\b)\S+ ){0,4})benchmark\b(?! (?:data ?sets?|results|in|of performance))`,
  ]),
  // A benchmark by the title, or by a name that ends in "bench".
  sign('benchmark', 'title', 4, [
    String.raw`\bbenchmark(?:s|ing)?\b`,
    String.raw`(?<=\w-?)bench\b`,
    String.raw`\btest suite\b`,
    String.raw`\bleaderboard\b`,
  ]),
  // The report of a challenge or shared task, or of an entry to one.
  sign('challenge', 'title', 4, [
    String.raw`\bchallenge(?: \d{4}|:|\s*$| report| overview| results)`,
    String.raw`\bshared task\b`,
    String.raw`\b(?:at|for|to) (?:the )?(?:\S+ ){0,4}(?:\d{4} (?:task|challenge)|challenge \d{4}|semeval|track\b)`,
    // "Competition mathematics" is a kind of problem.
    String.raw`\bcompetition\b(?![ -](?:math\w*|problems?|programming|level|coding|law|policy))`,
    String.raw`\bsubmission\b`,
  ]),
  // Taking part in a challenge, winning it, or holding it.
  sign('challenge', 'abstract', 4, [
    String.raw`\b${any(String.raw`
      participat\w+; submi(?:t|ssion)\w*; our (?:\S+ )?(?:system|solution|entry|contribution);
      ranked; winning; placed?; organi[sz]\w+; part of; held; hosted`)}\b[^.;]{0,80}\b(?:(?:\d{4}|[A-Z]\w+\)?) (?:\w+ )?challenge|challenge \d{4}|the challenge|shared task|competition|leaderboard|semeval|task \d+)\b`,
    String.raw`\b(?:describe|organi[sz]ed|launched|hosted|held) the (?:\S+ ){1,3}?(?:challenge|competition|shared task)\b`,
    String.raw`\b(?:challenge|competition|shared task)\b[^.;]{0,60}\b(?:participants?|submissions?|teams|organi[sz]ed|attracted)\b`,
  ]),

  // The names by which overviews call themselves.
  sign('survey', 'title', 6, [
    String.raw`\b${any(String.raw`
      survey; overview(?! of (?:the )?[^:]{0,60}\b(?:track|tasks?|challenge|competition|lab)\b); tutorial; roadmap; primer; systematic review; critical review; literature
      review; scoping review; meta-analysis; state of the art in; recent advances; challenges and
      opportunities`)}\b`,
    String.raw`\breview\b(?!ing|er)`,
  ]),
  // The paper says that it reviews the work of others.
  sign('survey', 'abstract', 5, [
    String.raw`\b(?<=\b(?:this|our|the present) (?:[^\s,;]+ ){0,3})(?:survey|review|overview|tutorial)\b`,
    String.raw`\b(?<=\b(?:we|paper|article|work) (?:\S+ )?)(?:survey|review|summari[sz]e|overview)s? (?:the |recent |existing |current |over |state|\d+ )`,
    String.raw`\b(?:systematic|comprehensive|literature|scoping) (?:review|survey|overview) (?:of|on)\b`,
  ]),
  // The fixed opening of reviews in medicine; surveys as a verb.
  sign('survey', 'abstract', 5, [
    String.raw`\bpurpose of review\b`,
    String.raw`\bsurveys? (?:the )?(?:recent|existing|current)\b`,
  ]),

  // Titles of studies: gerunds of examining, and questions.
  sign('evaluation', 'title', 4, [
    String.raw`\b${any(String.raw`
      evaluati(?:ng|on); assess(?:ing|ment); compar(?:ing|ison|ative); benchmarking; investigating;
      investigation; understanding; analy[sz]ing; analysis of; analyses; probing; revisiting;
      empirical; (?:case|systematic|early|pilot|large-scale|user|reader) study; audit(?:s|ing|ed)?\b; measuring;
      examining; exploring; a study; validation; how (?:well|do|does|much|far);
      (?:can|do|does|are|is|which|what|when|why) \w[^:]*\?; (?:can|do|does)
      (?:we|llms?|large|language|models?)`)}`,
  ]),
  // A title that adds how the thing was tried: "a pipeline: evaluation on 2,566 scans". Not the quality that is assessed.
  sign('evaluation', 'title', 2, [
    String.raw`\b(?:evaluation (?:on|in|across|with|using|of)|validation(?:$| (?:on|across|of)\b)|comparative|comparing|comparison|(?:empirical|case|multi-?(?:site|cent(?:er|re)|reader)|user|reader|pilot|feasibility|large-scale|clinical|prospective|retrospective) (?:study|evaluation|analysis))\b`,
  ]),
  // A study announced with words for its thoroughness.
  sign('evaluation', 'abstract', 3, [
    String.raw`\b(?:systematic|empirical|comprehensive|large-scale|extensive|comparative|in-depth|thorough|pioneering)(?:ly)? (?:\S+ ){0,3}?${any(String.raw`
      stud(?:y|ies); evaluation; comparison; investigation; assessment; audit; evaluate; compare;
      investigate; assess; analyze; analyse; study`)}\b(?! (?:on|of our|demonstrate|show))`,
  ]),
  // Verbs of examining whose subject is the paper.
  sign('evaluation', 'abstract', 2, [
    String.raw`\b(?:we|paper|study|work|article)\s(?:\w+\s){0,2}?${any(String.raw`
      investigat; stud(?:y|ies|ied)\b; analy[sz]; examin; compar; assess; explor; audit; probe;
      evaluat; benchmark; observe; ask\b; examined`)}`,
  ]),
  // Findings reported as such, which every paper may have: weak alone.
  sign('evaluation', 'abstract', 1, [
    String.raw`\b(?:our|the|these) (?:findings|results|analysis|experiments) (?:reveal|suggest|challenge|indicate|highlight|show that)`,
    String.raw`\bwe (?:find|uncover|discover|found|observe|conclude|show) (?:that)?`,
  ]),
  // A new way to measure contributes to evaluation even if it is also a method.
  sign('evaluation', 'abstract', 6, [
    String.raw`\b(?:propos\w+|introduc\w+|presents?|presented|develops?|developed)\s(?:[^.;!?\s]+\s){0,12}?${any(String.raw`
      (?:novel|new|free) (?:evaluation )?(?:metric|measure)s?\b; evaluation
      (?:framework|protocol|methodology|suite|of)\b`)}`,
  ]),
  // A study or analysis that is carried out, or a question that is asked.
  sign('evaluation', 'abstract', 3, [
    String.raw`\b(?:present|report|conduct|perform|carry out|carried out|provide)(?:s|ed)? (?:a |an |the )(?:\S+ ){0,3}?(?:study|analysis|evaluation|comparison|investigation|audit|assessment)\b`,
    String.raw`\bthrough (?:\S+ ){0,3}case studies\b`,
    String.raw`\b(?:explores?|examines?|ask|asks|investigates?|stud(?:y|ies)|tests?) (?:how|whether|why|if|the (?:impact|effects?|role|influence|extent|relationship))\b`,
  ]),

  // Fixed openings of studies in medicine: the aim was to evaluate, a feasibility study, a study at several
  // sites.
  sign('evaluation', 'abstract', 5, [
    String.raw`\b(?:aim|aims|aimed|purpose|objective|objectives|goal)\b[^.;]{0,40}?\bto (?:evaluate|assess|compare|investigate|validate|determine|examine)\b`,
    String.raw`\b(?:feasibility|reader|retrospective|prospective|observational|comparative|validation) stud(?:y|ies)\b`,
    String.raw`\bfirst (?:\S+ ){0,2}study (?:of|on)\b`,
    String.raw`\b(?:this|present) (?:work|study|paper) (?:validates?|evaluates?|assess(?:es)?|compares?)\b`,
  ]),

  // Tools by the title.
  sign('software', 'title', 4, [
    String.raw`\b${any(String.raw`
      toolkit; toolbox; library; package; plug-?in; platform; open-source
      (?:framework|tool|implementation|system); python; simulator for; web (?:app|application|tool)`)}\b`,
    String.raw`\b(?<=:\s(?:\S+\s){0,6})tool (?:for|to)\b`,
    // "Software testing" is what is studied, and no software that is offered.
    String.raw`\bsoftware\b(?![ -](?:engineer|develop|architectur|issue|quality|project|security|test|evolution|vulnerab|verification|validation|repositor|process|effort|requirement|fault|defect|bug|maintenance|design|education|practitioner|dependenc|defined|reverse|metrics|systems))`,
  ]),
  // Tools recognised by the noun in the abstract.
  sign('software', 'abstract', 3, [
    String.raw`\b${any(String.raw`
      software (?:tool|package|framework|library|platform|system)s?; toolkit; toolbox; python
      (?:package|library|module); open-source (?:\S+
      ){0,2}(?:library|tool|toolkit|package|platform|software); plug-?in; graphical user interface;
      web (?:application|interface|platform); user interface; chat-based interface;
      demo(?:nstration)? system; in this demonstration`)}\b`,
  ]),
  // Systems that others can run, by the title.
  sign('software', 'title', 3, [
    String.raw`\bsystem(?:$|:| (?:with|for|based|using)\b)`,
    String.raw`\b(?:compiler|pipeline|compilation framework)\b`,
    String.raw`(?<!search )\bengine\b`,
  ]),
  sign('software', 'abstract', 4, [
    String.raw`\b(?:inference|serving|storage|retrieval|execution|rendering) (?:system|engine)\b`,
    String.raw`\bcompil(?:er|ation framework)\b`,
  ]),
  sign('software', 'abstract', 1, [
    String.raw`\bopen-source (?:\S+ )?(?:code|implementation|pipeline|system)\b`,
    String.raw`\b(?:live demonstration|end[- ]to[- ]end (?:\S+ ){0,3}?(?:system|pipeline))\b`,
    String.raw`\b(?:source )?code is (?:publicly |freely )?available\b`,
    String.raw`\breal-world deployment\b`,
  ]),
  // Demonstrations, interfaces, and software that is said to be available.
  sign('software', 'abstract', 3, [
    String.raw`\bin this demo(?:nstration)?\b`,
    String.raw`\bdemo(?:nstration)? (?:system|paper)\b`,
    String.raw`\b(?:chat-based|graphical|web|user|interactive) interface\b`,
    String.raw`\bsoftware\b[^.]{0,60}\b(?:is|are) (?:proposed|presented|available)`,
  ]),

  // The words of theorems in the title.
  sign('theory', 'title', 4, [
    String.raw`\b${any(String.raw`
      theory(?! of mind); theoretical; theorem(?![ -]prov); bounds?; convergence; first-principles; saddle points?; regret;
      provabl[ey]; generali[sz]ation bounds?; sample complexity; identifiability; optimality;
      asymptotic\w*; minimax; on the (?:expressiv\w+|complexity|convergence|power) of`)}\b`,
  ]),
  // Verbs of proving whose subject is the paper; nouns of guarantees.
  sign('theory', 'abstract', 3, [
    String.raw`\b(?<=\b(?:we|paper|article|work) (?:\w+ )?)(?:proves?(?! (?:to be|effective|useful|the (?:effectiveness|superiority)))|show theoretically|theoretically (?:prove|show|analy[sz]e|characteri[sz]e))\b`,
    // What is derived or established: a benchmark is no theorem.
    String.raw`\b(?<=\b(?:we|paper|article|work) (?:\w+ )?)(?:derive|establish)s? (?:\S+ ){0,6}?(?:bounds?|guarantees?|convergence|conditions?|theorems?|(?:convergence|minimax|optimal) rates?|optimality|equivalence|consistency|identifiability|inequalit\w+|limits?|that)\b`,
    String.raw`\b${any(String.raw`
      theoretical (?:guarantees?|justification|proof|framework|foundations?); mathematical proof;
      theorem(?![ -]prov); generali[sz]ation bounds?; minimax; sample complexity; lyapunov; regret bounds?;
      bias-variance; convergence (?:rate|guarantee|proof|analysis)s?; provably; axiomatic\w*`)}\b`,
  ]),
  // Bounds, reductions and characterisations as results; explicit rigour.
  sign('theory', 'abstract', 3, [
    String.raw`\b(?:give|gives|provide|provides|obtain|establish|yield|present)\w* (?:\S+ ){0,4}?${any(String.raw`
      reductions? from; guarantees? (?:for|of|on|against|that|under); lower bounds?; upper bounds?;
      necessary and sufficient; characteri[sz]ation of; proofs? (?:of|that)`)}\b`,
    String.raw`\b(?:formally|rigorously) (?:deriv|prov|characteri|show|establish)\w*`,
    String.raw`\bmathematical (?:formulation|framework|theory|analysis)\b`,
  ]),
  // Settings that are typical of proofs rather than of measurements.
  sign('theory', 'abstract', 2, [
    String.raw`\b${any(String.raw`
      nonconvex; non-convex; (?:linear|ridge|kernel) regression; over-?parameteri[sz]ed
      (?:regime|setting|case); stationary points?; closed-form; in expectation; polynomial[- ]time;
      fixed[- ]points?; fitness landscapes?; spectral gap`)}\b`,
  ]),
  // Words of proofs that have other uses too: weak.
  sign('theory', 'abstract', 1, [
    String.raw`\b(?:guarantees?|bounds?|convex|asymptotic\w*|high-dimensional)\b`,
  ]),
  // Theory named once: weak.
  sign('theory', 'abstract', 1, [String.raw`\btheor(?:y|etical(?:ly)?|etic)\b`]),
];
