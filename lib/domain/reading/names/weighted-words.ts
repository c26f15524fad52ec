/** Fitted by `npm run train-names`; nothing here is edited by hand. */

/** Word features that have weights, in the order of these. */
export const WEIGHTED_WORDS = `
by  after|by  after name|by  back|by  back name|by  before|by  before name|by  cases|by  junk|by  metric|
by  plain|by  system|by  task|by across after|by across back name|by across before|by across before name|
by across cases|by across data|by across plain|by across system|by across task|by against before|
by against plain|by as after|by as before|by as before name|by as plain|by at before|by at plain|by at task|
by between before|by between plain|by by after|by by before|by by before name|by by plain|by doing before|
by doing plain|by for after|by for after name|by for back|by for back name|by for before|by for before name|
by for cases|by for data|by for plain|by for system|by for task|by from after|by from after name|
by from back name|by from before|by from before name|by from cases|by from data|by from plain|by from task|
by in after|by in after name|by in back|by in back name|by in before|by in before name|by in cases|by in data|
by in plain|by in task|by measured after|by measured before|by measured before name|by measured cases|
by measured plain|by measured task|by of after|by of after name|by of back|by of back name|by of before|
by of cases|by of data|by of plain|by of system|by of task|by on after|by on after name|by on back|
by on back name|by on before|by on cases|by on data|by on plain|by on system|by on task|by over after|
by over after name|by over back|by over before|by over before name|by over plain|by over system|by than after|
by than after name|by than before|by than plain|by than system|by through plain|by to after|by to after name|
by to before|by to before name|by to plain|by to task|by under after|by under before|by under plain|
by under task|by using after|by using back|by using back name|by using before|by using before name|
by using cases|by using data|by using plain|by using system|by using task|by via plain|by when after|
by when before|by when plain|by with after|by with after name|by with back|by with back name|by with before|
by with before name|by with cases|by with plain|by with system|by with task|by within plain|by without before|
by without plain|followed "|followed (|followed )|followed +|followed ,|followed -|followed .|followed :|
followed ;|followed <|followed =|followed a|followed accuracy|followed achieve|followed achieved|
followed achieves|followed achieving|followed across|followed against|followed also|followed and|followed are|
followed as|followed at|followed auc|followed based|followed between|followed but|followed by|followed can|
followed compared|followed consistently|followed demonstrate|followed demonstrated|followed demonstrates|
followed dice|followed drops|followed error|followed f1|followed for|followed from|followed further|
followed improved|followed improves|followed in|followed into|followed is|followed loss|followed of|
followed on|followed only|followed outperformed|followed outperforms|followed over|followed per|
followed provides|followed reached|followed reaches|followed reduces|followed respectively|followed show|
followed showed|followed shows|followed significantly|followed success|followed such|followed test|
followed than|followed that|followed the|followed to|followed trained|followed under|followed up|
followed using|followed vs|followed was|followed were|followed while|followed with|followed without|
followed yielded|followed yields|form plural after|form plural back|form plural before|form plural cases|
form plural data|form plural name after|form plural name back|form plural name before|form plural name cases|
form plural name data|form plural name junk|form plural name own|form plural name plain|
form plural name system|form plural name task|form plural people|form plural plain|form plural system|
form plural task|form singular after|form singular back|form singular before|form singular cases|
form singular data|form singular name after|form singular name back|form singular name before|
form singular name cases|form singular name data|form singular name junk|form singular name metric|
form singular name own|form singular name people|form singular name plain|form singular name system|
form singular name task|form singular people|form singular plain|form singular task|gap after &0|gap after &1|
gap after &2|gap after &by0|gap after &by2|gap after 0|gap after 1|gap after 2|gap after ;&2|gap after ;0|
gap after ;2|gap after by0|gap before &0|gap before &1|gap before &2|gap before &by0|gap before &by1|
gap before &by2|gap before 0|gap before 1|gap before 2|gap before ;&0|gap before ;&2|gap before ;0|
gap before ;1|gap before ;2|gap before by0|gap before by1|gap before by2|head cases after|
head cases after name|head cases back|head cases back name|head cases before name|head data after|
head data after name|head data back|head data back name|head data before|head data before name|
head junk back name|head metric back name|head people before|head plain after|head plain after name|
head plain back name|head plain before|head plain before name|head system after|head system before|
head system before name|head task after|head task after name|head task back|head task back name|
head task before|head task before name|last )|last 1|last 2|last 3|last ablation|last able|last adaptation|
last algorithm|last alignment|last analysi|last application|last approach|last approache|last architecture|
last assessment|last attack|last attention|last augmentation|last baseline|last benchmark|last cancer|
last case|last categorie|last challenge|last ci|last classe|last classification|last classifier|last cnn|
last cohort|last condition|last configuration|last context|last control|last core|last cpu|
last cross-validation|last ct|last data|last database|last dataset|last design|last despite|last detection|
last diagnosi|last diagnostic|last disease|last domain|last dsc|last due|last e|last efficiency|
last embedding|last environment|last estimation|last execution|last extraction|last f1-score|last familie|
last feature|last finding|last fine-tuning|last first|last frame|last framework|last furthermore|last fusion|
last g|last generalization|last generation|last gpt-4o|last gpu|last grading|last group|last image|
last imaging|last inference|last information|last input|last just|last knowledge|last layer|last learning|
last lesion|last level|last llm|last localization|last map|last mask|last mechanism|last method|last mode|
last modeling|last moe|last moreover|last mri|last n|last network|last nodule|last noise|last optimization|
last p|last pair|last patient|last performance|last phase|last pipeline|last planning|last platform|
last potential|last prediction|last pretraining|last pro|last problem|last protocol|last question|
last radiograph|last ranking|last reasoning|last recognition|last reconstruction|last reference|last region|
last report|last representation|last resnet-50|last resolution|last retrieval|last robustnes|last sample|
last scan|last scenario|last second|last segmentation|last set|last setting|last shift|last signal|
last simulation|last size|last slide|last solution|last split|last ssim|last stage|last state|last structure|
last studie|last study|last subject|last subset|last synthesi|last system|last task|last tcga|last text|
last training|last transfer|last tumor|last type|last u-net|last validation|last value|last verification|
last video|last view|last well|last zero-shot|number followed ( after|number followed ( before|
number followed ) after|number followed ) before|number followed , after|number followed , before|
number followed . before|number followed / after|number followed / before|number followed ; after|
number followed ; before|number followed accuracy after|number followed accuracy before|
number followed across after|number followed across before|number followed and before|
number followed auc after|number followed auc before|number followed average after|
number followed average before|number followed compared after|number followed compared before|
number followed dice after|number followed dice before|number followed f1 before|
number followed faster before|number followed fewer after|number followed for after|
number followed for before|number followed gain before|number followed higher after|
number followed higher before|number followed improvement after|number followed improvement before|
number followed in after|number followed increase before|number followed mean before|number followed of after|
number followed of before|number followed on after|number followed on before|number followed over after|
number followed over before|number followed parameters before|number followed reduction before|
number followed relative after|number followed relative before|number followed respectively before|
number followed sensitivity before|number followed speedup before|number followed success before|
number followed to after|number followed to before|number followed under after|number followed under before|
number followed using after|number followed using before|number followed versus before|
number followed vs after|number followed vs before|number followed when after|number followed when before|
number followed while before|number followed with after|number followed with before|number preceded ( after |
number preceded ( after for|number preceded ( after in|number preceded ( after of|number preceded ( after on|
number preceded ( after with|number preceded ( before |number preceded ( before across|
number preceded ( before for|number preceded ( before from|number preceded ( before in|
number preceded ( before measured|number preceded ( before of|number preceded ( before on|
number preceded ( before to|number preceded , after |number preceded , after for|number preceded , after in|
number preceded , after of|number preceded , after on|number preceded , before |
number preceded , before across|number preceded , before for|number preceded , before measured|
number preceded , before of|number preceded , before on|number preceded , before to|
number preceded , before with|number preceded . after |number preceded . before |number preceded . before on|
number preceded : after |number preceded : before |number preceded : before on|number preceded = after |
number preceded = after on|number preceded = before |number preceded = before measured|
number preceded = before on|number preceded = before with|number preceded a after |number preceded a after in|
number preceded a after on|number preceded a before |number preceded a before for|number preceded a before in|
number preceded a before to|number preceded about before |number preceded achieve before |
number preceded achieves after on|number preceded achieves before on|number preceded achieving after |
number preceded achieving before |number preceded an before |number preceded and after |
number preceded and after across|number preceded and after for|number preceded and after in|
number preceded and after measured|number preceded and after of|number preceded and after on|
number preceded and before |number preceded and before for|number preceded and before from|
number preceded and before in|number preceded and before of|number preceded and before on|
number preceded and before to|number preceded and before under|number preceded and before with|
number preceded approximately before |number preceded at before |number preceded at before on|
number preceded auc before |number preceded below before |number preceded by after |
number preceded by after for|number preceded by after on|number preceded by before |
number preceded by before across|number preceded by before in|number preceded by before measured|
number preceded by before on|number preceded by before to|number preceded by before with|
number preceded from after |number preceded from after in|number preceded from after to|
number preceded from after with|number preceded from before |number preceded from before for|
number preceded from before measured|number preceded from before on|number preceded in before |
number preceded is before |number preceded of after |number preceded of after across|
number preceded of after for|number preceded of after in|number preceded of after of|
number preceded of after on|number preceded of after over|number preceded of after under|
number preceded of after with|number preceded of before across|number preceded of before for|
number preceded of before in|number preceded of before measured|number preceded of before of|
number preceded of before on|number preceded of before to|number preceded of before with|
number preceded only before |number preceded only before on|number preceded only before with|
number preceded over before |number preceded reaches before |number preceded reaching before |
number preceded the before |number preceded to after |number preceded to after in|number preceded to after on|
number preceded to before |number preceded to before at|number preceded to before for|
number preceded to before in|number preceded to before measured|number preceded to before of|
number preceded to before on|number preceded to before with|number preceded versus after for|
number preceded versus before |number preceded vs after |number preceded vs before |
number preceded with after for|number preceded with after on|number preceded with before |
number preceded with before on|number preceded within before |number preceded ~ before |preceded "|preceded (|
preceded )|preceded ,|preceded -|preceded .|preceded :|preceded ;|preceded ^|preceded a|preceded accuracy|
preceded achieved|preceded achieves|preceded across|preceded after|preceded an|preceded and|preceded applied|
preceded are|preceded based|preceded baselines|preceded better|preceded both|preceded but|preceded can|
preceded classification|preceded comparable|preceded compared|preceded dataset|preceded effectiveness|
preceded enabling|preceded error|preceded evaluated|preceded evaluation|preceded evaluations|preceded even|
preceded experiments|preceded faster|preceded for|preceded gain|preceded gains|preceded high|
preceded improvement|preceded improvements|preceded improving|preceded including|preceded is|preceded it|
preceded its|preceded large|preceded mean|preceded methods|preceded model|preceded models|preceded more|
preceded no|preceded of|preceded on|preceded our|preceded outperforming|preceded performance|
preceded proposed|preceded rate|preceded reduces|preceded reduction|preceded relative|preceded score|
preceded segmentation|preceded set|preceded significant|preceded speedup|preceded standard|
preceded state-of-the-art|preceded strong|preceded such|preceded surpassing|preceded tested|preceded that|
preceded the|preceded this|preceded three|preceded time|preceded trained|preceded training|
preceded validation|preceded where|preceded while|purpose  after|purpose  back|purpose  before|
purpose evaluated after|purpose evaluated back|purpose evaluated before|purpose trained back|
purpose trained before|way after |way after (|way after )_and|way after M_for|way after M_on|way after across|
way after and|way after for|way after in|way after of|way after on|way after on_the|way after to_#_on|
way after with|way before |way before (|way before (_M|way before (_M_:|way before (_M_=|way before )_and|
way before ,|way before ,_and|way before :|way before M|way before M_=|way before M_by|way before M_from|
way before M_of|way before achieved|way before achieves|way before and|way before at|way before by|
way before by_up_to|way before from|way before from_#_to|way before reaches|way before to|way before with`;
