<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
${b.html}
</@p.block>
