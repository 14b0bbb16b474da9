<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if><#if b.leadIn?has_content>${wrap(b.leadIn)}

</#if>${under(b.text, (b.level == 2)?then("-", "."))}
</@p.block>
