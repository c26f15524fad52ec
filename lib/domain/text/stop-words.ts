/**
 * Words that say nothing about a subject: the function words of English, and those that every abstract uses
 * about itself.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Function words, folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  words(`
  a about above across after again against all almost along already also although always am among an and another any
  are around as at be became because become been before being below between both but by can cannot could did do does
  doing done due during each either else etc even ever every few for from further had has have having he hence her here
  hers him his how however i if in indeed into is it its itself just least less let like many may me might more moreover
  most much must my namely neither never nevertheless no nor not now of off often on once one only onto or other others
  otherwise our ours out over own per perhaps quite rather same several shall she should since so some still such than
  that the their theirs them then thence there thereby therefore these they this those though through throughout thus to
  together too toward towards two three under unlike until up upon us use used uses using very via was we well were what
  when where whereas whereby wherein whether which while who whom whose why will with within without would yet you your
  dont doesnt cant isnt e g ie eg al et vs versus respectively
`),
);

/**
 * Words that abstracts use about themselves ("we propose"), which name no subject. They are still searched.
 */
export const BOILERPLATE: ReadonlySet<string> = new Set(
  words(`
  paper papers work works study studies article approach approaches method methods methodology technique techniques
  propose proposes proposed proposing present presents presented presenting introduce introduces introduced introducing
  show shows showed shown showing demonstrate demonstrates demonstrated demonstrating result results resulting experiment
  experiments experimental experimentally achieve achieves achieved achieving obtain obtained obtains provide provides
  provided providing improve improves improved improving improvement improvements outperform outperforms outperformed
  outperforming compare compared comparing comparison comparable novel new recent recently existing previous previously
  prior current currently future first second third finally furthermore additionally specifically especially particularly
  based different various multiple several numerous significant significantly extensive high higher highest low lower
  lowest large larger small smaller good better best great important importance key main major general generally
  common commonly potential potentially effective effectively effectiveness efficient efficiently performance
  state art available publicly code released release release http https www com github org url address addresses
  addressing problem problems issue issues challenge challenges challenging task tasks including include includes
  included make makes made making given aim aims need needs needed require requires required requiring able ability
  allow allows allowing enable enables enabling evaluate evaluated evaluates evaluating evaluation evaluations develop
  developed develops developing development leverage leverages leveraging leveraged utilize utilizes utilizing utilized
  employ employs employed employing apply applied applying applies application applications investigate investigated
  explore explores explored exploring analyze analyzed analyzing analysis find finds found finding findings consider
  considered considering reveal reveals suggest suggests focus focuses focused lead leads leading remain remains remained
  limit limited limitation limitations lack lacks face faces crucial critical essential promising robust simple
  widely increasingly number numbers total way ways order set sets type types level levels case cases example examples
  term terms across overall average rate rates respect related relevant real world test tests tested testing
  framework frameworks
`),
);
