/** What the form of a header, or one beside it, says for sure, whatever it is weighed as. */
import { isKnownData, isKnownSystem } from '../known-names';
import { bracketMetric, bracketOf, splitLabel } from '../label-parts';
import { isSymbolLabel, isUnitLabel } from '../labels';
import { overClasses } from '../metric-forms';
import { nameKey } from '../own';
import type { Header } from './facts';
import { areMost, isNumber, isOfResults, type HeaderView } from './view';

/** Costs that no lexicon has: "train time". */
const LIKE_COST = /\b(?:time|mem(?:ory)?)$/i;

const isCost = ({ sense, name }: Header): boolean => sense.isCost || LIKE_COST.test(name);

/** Whether a name stands beside no other metrics than costs, which stand beside data and metrics alike. */
export function isNameBesideCosts({ header, others }: HeaderView): boolean {
  const metrics = others.filter(({ sense }) => sense.isMetric);
  return header.sense.isUnknown && metrics.length > 0 && metrics.every(isCost);
}

/** Whether it has a metric in brackets as those beside it have: "AppFjord (TGC)" beside "Brook (Acc)". */
const isBracketed = ({ header, others }: HeaderView): boolean =>
  bracketOf(header.label.text) !== undefined && others.some(({ label }) => bracketMetric(label.text));

/**
 * Whether it is one of the classes that a metric beside it is the mean of: "Road" beside "mIoU". Beside further metrics it
 * is as likely one of these.
 */
const isClass = ({ header, others }: HeaderView): boolean =>
  header.sense.isUnknown &&
  others.some(({ name }) => overClasses(name) !== undefined) &&
  others.filter(({ sense }) => isOfResults(sense)).length < 3;

/** A letter with or without what stands below it, which names nothing but a quantity: "h", "d model", "ϵls". */
const QUANTITY = /^(?=\p{Ll})(?:\p{L}(?:\s\p{Ll}{1,5})?|\p{Script=Greek}\p{L}{0,3})$/u;

/** Whether it is a symbol of a formula beside one that can be nothing else: "dff", which would be a short form alone. */
const isSymbol = ({ header, own }: HeaderView): boolean =>
  isSymbolLabel(header.label.text) && own.headers.some(({ name }) => QUANTITY.test(name));

/** Whether its form says more than any role would: a unit, data with their metric, a setting above its values. */
export function isOpen(view: HeaderView): boolean {
  const { header, inner } = view;
  const { text } = header.label;
  return (
    isUnitLabel(text) ||
    isSymbol(view) ||
    bracketMetric(text) !== undefined ||
    splitLabel(text).data !== undefined ||
    isBracketed(view) ||
    isClass(view) ||
    isNameBesideCosts(view) ||
    (header.sense.isSetting && areMost(inner, isNumber))
  );
}

/** Ways of pre-training, among which MAE is the masked autoencoder. */
const PRE_TRAINED = /^(?:DINO|MoCo|SimCLR|BYOL)/;

/** What the data of a caption is about, which the headers above it repeat: "on memory benchmarks". */
const OF_BENCHMARKS = /\bon\s(?:[\p{L}-]+\s){0,2}?([\p{L}-]+)\s(?:benchmarks|data ?sets|suites|tasks)\b/iu;

/** Whether an everyday word for a metric says what the data is about: "Conversational memory" of memory benchmarks. */
function isSubject({ header, said }: HeaderView): boolean {
  const [, subject = ''] = OF_BENCHMARKS.exec(said.caption) ?? [];
  return (
    subject !== '' && header.sense.isEveryday && header.name.toLowerCase().endsWith(subject.toLowerCase())
  );
}

/** Whether it is no metric, whatever it stands among: a known benchmark, the caption's data, a system, a value. */
export function isNoMetric(view: HeaderView): boolean {
  const { header, own, said } = view;
  const { isData, isMetric: isNamed, hasArrow } = header.sense;
  const isSystem =
    isNamed &&
    !hasArrow &&
    own.headers.filter(({ name }) => isKnownSystem(name) || PRE_TRAINED.test(name)).length > 1;
  const isSaid = !isNamed && said.data !== undefined && nameKey(header.name) === nameKey(said.data);
  return (
    (isData && !isNamed) ||
    (hasArrow && isKnownData(header.name)) ||
    isSystem ||
    isSaid ||
    isSubject(view) ||
    /\s=\s?[\d.]|^(?:b?fp|bf|int|nf)-?\d+$/i.test(header.name)
  );
}
