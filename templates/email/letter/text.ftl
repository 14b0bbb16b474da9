<#import "/email/letter/_text.ftl" as p>
<@p.block>
${under(head.title, "=")}
<#if head.line?has_content>${wrap(head.line)}
</#if><#if head.theme?has_content>${wrap(head.theme)}
</#if>
</@p.block>
<@p.block>
<#if tailored>${wrap(t("rendering.shown_for") + " " + shownFor + ".")}
${allWords}${colon}
${footer.all}
</#if>${minutes}. ${t("rendering.read_in_browser")}${colon}
${footer.view}
</@p.block>
<#list blocks as b>
<#include "/email/blocks/" + b.type + ".ftl">
</#list>
<#include "_footer.ftl">
