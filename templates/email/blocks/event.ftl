<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if>${under(b.title, "-")}

<#if b.day?has_content>${wrap(b.date)}
${wrap(b.time)}
</#if><#if b.html?has_content>
${b.html}
</#if><#if b.join?has_content>
${b.joinWords}${colon}
${b.join}
</#if></@p.block>
