/** The vocabulary of reporting: the words by which abstracts introduce, compare and qualify numbers. */

/** The words of a list; "reach~" means all forms of a regular verb. */
export const set = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).flatMap((word) => (/\w~$/.test(word) ? inflected(word.slice(0, -1)) : word)));

function inflected(verb: string): string[] {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  return [verb, `${verb}${/(?:s|sh|ch|x)$/.test(verb) ? 'es' : 's'}`, `${verb}ed`, `${verb}ing`];
}

/** Nouns of change: "an improvement of 3%", "a 3% drop". */
export const CHANGE_NOUNS = set(
  `improvement improvements gain gains increase increases reduction reductions decrease decreases drop drops boost boosts
   decline declines margin margins advantage advantages uplift rise lift savings saving degradation difference
   differences gap gaps enhancement enhancements increment increments speedup speedups speed-up speed-ups loss losses cut
   jump acceleration growth fall falls delta`,
);

/** Verbs whose object rises or falls "by" an amount. */
export const CHANGE_VERBS = set(
  `improve~ increase~ reduce~ decrease~ boost~ lower~ raise~ decline~ enhance~ accelerate~ save~ degrade~
   lift~ extend~ elevate~ shorten~ eliminate~ collapse~ widen~ drop drops dropped dropping cut cuts
   cutting rise rises rose rising fall falls fell falling shrink shrinks shrinking speed speeds speeding
   worsen~ hurt hurts hurting lose loses losing sacrifice~ slow slows slowed slowing
   grow grows grew advance advances advancing gain gained gaining compress compresses compressing scale
   minimizes minimize minimizing deteriorate deteriorates amplifies amplify alleviate~
   mitigate~ narrows narrow narrowing suppress suppresses suppressing trim trims plummets
   plummeted climbs climbed soars halves halved halving doubles doubled doubling triples tripled
   tripling`,
);

/** Verbs that place one system above or below another; their "by" gives the margin. */
export const BEAT_VERBS = set(
  `outperform~ surpass~ exceed~ beat beats beating outpace outpaces outpacing outscores outscore lead leads
   leading underperform underperforms underperforming trail trails trailing outstrips lag lags lagging`,
);

/** Verbs that report a value reached. */
export const REACH_VERBS = set(
  `achieve~ reach~ obtain~ yield~ attain~ report~ show~ score~ deliver~ produce~ demonstrate~ perform~
   retain~ maintain~ recover~ preserve~ require~ record~ detect~ provide~ solve~ range~ shown get gets
   gives give gave giving found find finds run runs running takes took taking averaging averaged
   classified classify classifies identify identified identifies correctly predicts predicted predict
   resulted resulting results exhibits exhibit exhibited reveal reveals revealed has have had with is
   was were are compares matches match matched offering offers offer allows enables enabling remain
   remains remained observed observe completes completed hits hit measured estimated estimates suffer
   suffers incur incurs incurred causes caused causing uses using use consumes operates operating processes`,
);

/** Verbs of reaching that are never ambiguous: a bare decimal after one is a value that was reached. */
export const ACHIEVE_VERBS = set(`achieve~ reach~ obtain~ yield~ attain~ score~`);

/** Comparatives: "3% higher", "8x faster", "16x fewer". */
export const COMPARATIVES = set(
  `higher lower better worse faster slower fewer less more smaller larger greater cheaper shorter longer bigger lighter
   stronger improved reduced increased lesser quicker leaner tighter`,
);

/** Function words and words of degree that may stand between a metric and its number, on either side. */
export const FILLERS = set(
  `a an the of is was are were be been being at to by from with between about approximately approx ca circa around roughly nearly almost up over above
   below under least most more less greater than only just as high low much little and ≈ ~ < > ≤ ≥ = : ( [ " ' → - value
   values result results level levels overall average mean averaged averages reach reaching reaches reached achieve achieving achieves
   attaining range ranges ranged ranging within exceeding exceeds lying staying remaining equal equals respectively further additional relative absolute total maximum
   minimum best median up`,
);

/** Words that may stand between a number and the metric after it: "63.2 overall F1", "2% absolute improvement in AUC". */
export const AFTER_NUMBER = set(
  `overall average mean absolute relative median macro micro weighted in of on the improvement improvements gain gains
   increase increases reduction reductions decrease drop drops boost higher lower better worse fewer less more smaller
   larger faster greater improved reduced terms for test validation total best top decline additional a an its peak
   percentage point points score final their both averaged training inference model cumulative avg`,
);

/** Marks and words that turn a number into a limit. */
export const BOUND_WORDS = set(
  'nearly almost over above below under exceeding exceeds exceed exceeded surpassing surpasses beyond > < ≥ ≤ within near',
);

/**
 * A sentence with one of these is about the paper's own work; sentences before the first such one are
 * background.
 */
export const OWN_WORDS = set(
  `we our ours propose proposes proposed present presents introduce introduces introduced`,
);
/**
 * Nouns for the paper itself, as in "this study". A sentence with one after "this", "the present" or "our"
 * is about its own work too.
 */
export const OWN_NOUNS = set(
  'paper work study article report thesis letter manuscript survey review research',
);

/** Words that name what a paper compares itself with. */
export const BASELINE_WORDS = set(
  `baseline baselines previous prior existing human humans expert experts radiologist radiologists physician physicians
   clinician clinicians conventional traditional vanilla inter-observer literature competitor competitors
   runner-up dermatologist dermatologists pathologist pathologists ophthalmologist ophthalmologists surgeon surgeons
   neurologists specialists readers second-best next-best predecessor`,
);

/** Words that end a clause: words before one do not qualify what comes after it. */
export const CLAUSE_WORDS = set('while whereas but although though however yet');

/** Words that are never part of a metric's name. */
export const NOT_IN_NAME = set(
  `a an the this that these those its their our his her of in on at to by from with for and or as is was were are be been
   has have had which who whose while whereas than over under both each all any some such when where what it they we i you
   can could may might will would should not no also only more most less least very much many significant significantly
   substantial substantially significantly large larger small smaller high higher low lower lowest highest best better
   worse good strong average mean overall approximately about around nearly almost up between among across within without
   into through via per respectively e.g i.e etc competitive comparable superior similar same new novel proposed consistent
   consistently median maximum minimum total relative absolute further additional achieved reported resulting observed
   bringing leading enabling using being modest minor slight marginal moderate robust stable typical sizable measurable making keeping providing offering compared depending notable remarkable considerable impressive promising corresponding final respective state-of-the-art top plus various different several other but if because once unless until after before since during still so including even fewer faster slower
   cheaper shorter longer greater stronger tighter often always never versus below above against behind ahead beyond see sees saw seeing observe observes observing note notes bring brings brought yet then thus hence`,
);

/** Nouns that head the name of a measure: "iatrogenic-edit rate", "mean peak prediction errors". */
export const HEAD_NOUNS = set(
  `rate rates score scores error errors index coefficient ratio time times cost costs distance overhead usage consumption
   deviation bias load latency accuracy similarity consistency correctness footprint gain gains gap delay error reward
   expenses faithfulness overlap probability volume discrepancy likelihood quality variance uncertainty
   effort budget calls queries bandwidth complexity percentage variation goodput bound probabilities scatter occupancy emissions
   gaps difference differences spread ratios coefficients indices overheads accuracies`,
);

/** Words of which a sentence has one that gives an interval, a deviation or a p-value. */
export const SPREAD_CUES = set(
  'ci cis confidence credible bootstrap prediction hdi iqr interval intervals sd s.d d std standard sem p',
);

/** Words of which a sentence has one that says what was set. */
export const SETTING_CUES = set(
  `rate rates top size sizes threshold thresholds temperature dropout momentum decay ratio ratios noise quantile
   percentile level levels resolution thickness spacing split combination alpha beta lambda epsilon sigma gamma omega eta σ γ ω η budget budgets tau
   window windows length duration range strength strengths radius dose age aged sparsity dimension dimensionality
   probability sampling factor factors weight weights values`,
);

/** Words that begin a condition. */
export const CONDITION_CUES = set('when if whenever once');

/** Words of which a sentence has one that rare reasons to skip a number need. */
export const RARE_CUES = set(
  `bleu rouge hausdorff scale scales point iou snr snrs noise sparsity pruning mask masking retention dropout missing
   corruption keep sampling`,
);

/** Words by which a quantity rises. */
export const RISING = set(
  `increase~ raise~ elevate~ extend~ widen~ double~ triple~ amplify~ expand~ lengthen~ multiply~ inflate~
   increments increment rise rises rose rising growth grow grows grew growing climbs climbed soars higher more
   larger greater bigger longer ahead above doubling tripling jump jumps jumped uplift delta increased`,
);

/** Words by which it falls. */
export const FALLING = set(
  `reduce~ decrease~ lower~ shorten~ save~ eliminate~ decline~ collapse~ drop~ minimize~ minimise~ suppress~
   mitigate~ alleviate~ compress~ prune~ remove~ halve~ shave~ lessen~ dropped dropping trim trims trimmed trimming
   cut cuts cutting fall falls fell falling shrink shrinks shrank shrinking shrunk narrow narrows narrowing
   narrowed reduction reductions savings saving plummets plummeted lower fewer less smaller shorter lighter cheaper
   leaner tighter below reduced lesser drops decreases declines`,
);

/** Words by which it gets better, up or down. */
export const IMPROVING = set(
  `improve~ boost~ enhance~ outperform~ surpass~ exceed~ accelerate~ gain~ advance~ lift~ outpace~ outscore~
   outrank~ outclass~ overtake~ strengthen~ improvement improvements gain gains boost boosts enhancement
   enhancements speedup speedups speed-up speed-ups speed speeds speeding sped acceleration accelerations beat
   beats beating lead leads leading led outstrip outstrips advantage advantages margin margins better faster
   stronger quicker leap leaps improved`,
);

/** Words by which it gets worse. */
export const WORSENING = set(
  `degrade~ deteriorate~ underperform~ worsen~ sacrifice~ hurt hurts hurting harms lose loses losing slow slows
   slowed slowing slowdown slowdowns trail trails trailing lag lags lagging degradation degradations deterioration
   worse slower weaker behind loss losses penalty`,
);

/** Words for a difference of unknown direction. */
export const DIFFERING = set(
  `difference differences gap gaps disparity disparities discrepancy discrepancies differ~ change~ shift shifts`,
);
